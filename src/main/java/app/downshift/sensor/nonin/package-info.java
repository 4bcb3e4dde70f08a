/** Nonin oximeters, serial formats 2, 7, 8 and 13. Decoder, conversation and virtual twin. */
@NullMarked
package app.downshift.sensor.nonin;

import org.jspecify.annotations.NullMarked;
