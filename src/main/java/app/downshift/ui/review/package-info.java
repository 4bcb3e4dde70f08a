/**
 * A recording looked at afterwards: what it can say, beat by beat, phase by phase, and beside
 * another one.
 */
@NullMarked
package app.downshift.ui.review;

import org.jspecify.annotations.NullMarked;
