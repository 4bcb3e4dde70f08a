/**
 * What recordings can and cannot say: one session against the usual drift of its client, and many
 * sessions of breathing against quiet ones. Pure: recordings in, values out.
 */
@NullMarked
package app.downshift.evidence;

import org.jspecify.annotations.NullMarked;
