/**
 * Text lines of do-it-yourself boards: intervals, small tables, the sketches of common breakout
 * boards. There is no standard, so everything is recognised by its shape; what is not recognised is
 * rejected and counted. Decoder and virtual twin.
 */
@NullMarked
package app.downshift.sensor.text;

import org.jspecify.annotations.NullMarked;
