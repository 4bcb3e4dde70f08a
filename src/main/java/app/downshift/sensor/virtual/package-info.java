/**
 * Hearts whose truth is known, and what lets them speak as a sensor: a seeded heart that is pulled
 * beat by beat, timed chunks of bytes, and the source that paces them by a clock it is given.
 */
@NullMarked
package app.downshift.sensor.virtual;

import org.jspecify.annotations.NullMarked;
