/**
 * Beats from samples: streaming detectors for ECG and pulse waves. Constant memory, no clock; time
 * is the number of samples.
 */
@NullMarked
package app.downshift.beat.wave;

import org.jspecify.annotations.NullMarked;
