/**
 * The windows. They look at immutable views and send commands; the EDT never waits, locks or
 * computes a figure. What they need from outside is in {@link app.downshift.ui.Desk}.
 */
@NullMarked
package app.downshift.ui;

import org.jspecify.annotations.NullMarked;
