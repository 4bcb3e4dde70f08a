/**
 * PulseSensor and its Playground sketches: visualizer lines, plotter lines, the coach's records.
 * Pulse intervals of a finger on a grid of 2 ms. Decoder and virtual twin.
 */
@NullMarked
package app.downshift.sensor.pulsesensor;

import org.jspecify.annotations.NullMarked;
