/**
 * The pacer as sound: a breath of tones and soft noise, and two chimes, made from the pacer as a
 * function of time. What is heard is computed purely; one class feeds it to a line.
 */
@NullMarked
package app.downshift.sound;

import org.jspecify.annotations.NullMarked;
