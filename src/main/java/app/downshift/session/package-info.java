/**
 * One session: the protocol as data, the engine that turns sensor events, commands and ticks into
 * events and snapshots, and the types the windows and the terminal look at. No thread, no clock, no
 * I/O.
 */
@NullMarked
package app.downshift.session;

import org.jspecify.annotations.NullMarked;
