/** OpenBCI Cyton boards: ECG samples on channel 1. Decoder, conversation and virtual twin. */
@NullMarked
package app.downshift.sensor.cyton;

import org.jspecify.annotations.NullMarked;
