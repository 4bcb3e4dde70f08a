/**
 * What a Bluetooth strap says, whatever carries it: the heart rate characteristic and its battery,
 * and Polar's measurement data. Values of characteristics in, events out.
 */
@NullMarked
package app.downshift.sensor.heartrate;

import org.jspecify.annotations.NullMarked;
