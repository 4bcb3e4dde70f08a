/**
 * SparkFun HRMI: a board that is asked for the last rates of a coded chest strap. Decoder,
 * conversation and virtual twin.
 */
@NullMarked
package app.downshift.sensor.hrmi;

import org.jspecify.annotations.NullMarked;
