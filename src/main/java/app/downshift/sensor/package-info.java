/**
 * What a sensor is, what it can say, and how its bytes become events. Nothing here has a clock, a
 * thread or a port: bytes and times are passed in, values come out. One folder per wire format
 * below.
 */
@NullMarked
package app.downshift.sensor;

import org.jspecify.annotations.NullMarked;
