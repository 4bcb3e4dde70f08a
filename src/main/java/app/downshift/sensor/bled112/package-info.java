/**
 * A BLED112 stick, which speaks BGAPI over a virtual serial port: it has to be told to look for
 * straps, to call one and to ask for its beats. Packets have neither start byte nor checksum.
 */
@NullMarked
package app.downshift.sensor.bled112;

import org.jspecify.annotations.NullMarked;
