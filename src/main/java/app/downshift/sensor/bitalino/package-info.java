/** BITalino boards: ECG samples in frames of a few bits. Decoder, conversation and virtual twin. */
@NullMarked
package app.downshift.sensor.bitalino;

import org.jspecify.annotations.NullMarked;
