/**
 * Figures of heart-rate variability: time, frequency, nonlinear, and those locked to the breath;
 * whole recordings at once, or running beat by beat. Undefined is NaN in here and never an
 * exception.
 */
@NullMarked
package app.downshift.hrv;

import org.jspecify.annotations.NullMarked;
