/**
 * Two at one session: the calm window of the client, the full picture of the therapist, the same
 * without a name for a projector, and a few people who breathe together.
 */
@NullMarked
package app.downshift.ui.therapist;

import org.jspecify.annotations.NullMarked;
