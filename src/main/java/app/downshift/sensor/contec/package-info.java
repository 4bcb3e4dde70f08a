/**
 * Contec CMS50 oximeters with a serial port, old and new. Decoder, conversation and virtual twins.
 */
@NullMarked
package app.downshift.sensor.contec;

import org.jspecify.annotations.NullMarked;
