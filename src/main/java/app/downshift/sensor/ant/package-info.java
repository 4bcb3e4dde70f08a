/**
 * An ANTUSB1 stick, the one ANT stick that is a serial port, and the heart rate straps it hears.
 * Straps broadcast four times a second; each beat is sent again and again.
 */
@NullMarked
package app.downshift.sensor.ant;

import org.jspecify.annotations.NullMarked;
