/**
 * A BleuIO stick, which takes AT commands in text and prints what a strap sends. Its texts differ
 * between firmware versions: what is not understood is passed over.
 */
@NullMarked
package app.downshift.sensor.bleuio;

import org.jspecify.annotations.NullMarked;
