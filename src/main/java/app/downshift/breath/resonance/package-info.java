/**
 * Finding the pace: which breathing rate moves a heart most, and how sure that is. Pure: beats and
 * the pacer's schedule in, scores and a verdict out.
 */
@NullMarked
package app.downshift.breath.resonance;

import org.jspecify.annotations.NullMarked;
