/**
 * Zephyr belts over Bluetooth SPP: the HxM, which sends by itself, and the BioHarness, which is
 * switched on and kept awake. Frames with a checksum; decoder, conversation and virtual twins.
 */
@NullMarked
package app.downshift.sensor.zephyr;

import org.jspecify.annotations.NullMarked;
