/**
 * The session on screen: pacer, dimmer, tiles, charts, questions, and its end. Looks at the newest
 * view sixty times a second and sends commands; all of it belongs to the EDT.
 */
@NullMarked
package app.downshift.ui.live;

import org.jspecify.annotations.NullMarked;
