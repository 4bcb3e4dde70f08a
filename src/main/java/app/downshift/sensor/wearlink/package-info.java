/**
 * Polar WearLink+ over Bluetooth SPP: frames of one to five intervals. Decoder and virtual twin.
 */
@NullMarked
package app.downshift.sensor.wearlink;

import org.jspecify.annotations.NullMarked;
