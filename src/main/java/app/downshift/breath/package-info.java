/**
 * Breathing to a pace: the shape of a breath, plans of pace, and the pacer as a pure function of
 * time, within limits that no plan may leave.
 */
@NullMarked
package app.downshift.breath;

import org.jspecify.annotations.NullMarked;
