/**
 * HRLP/1, the line protocol of bridge boards that relay a chest strap: checksum, line and beat
 * counters, the board's own clock. Decoder, line writer and virtual twin.
 */
@NullMarked
package app.downshift.sensor.bridge;

import org.jspecify.annotations.NullMarked;
