/**
 * MAX30003 boards with the OpenView sketch: ECG samples and the chip's own RR. Decoder and virtual
 * twin.
 */
@NullMarked
package app.downshift.sensor.max30003;

import org.jspecify.annotations.NullMarked;
