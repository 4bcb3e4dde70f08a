/**
 * What is kept of a session: an append-only file of JSON lines that always reads, and the same file
 * fed to the engine again. Also the plain formats in which others keep intervals.
 */
@NullMarked
package app.downshift.recording;

import org.jspecify.annotations.NullMarked;
