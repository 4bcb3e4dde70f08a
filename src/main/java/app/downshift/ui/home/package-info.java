/**
 * The start: how the sensor is, what one can do, and the caution before a first session. EDT only.
 */
@NullMarked
package app.downshift.ui.home;

import org.jspecify.annotations.NullMarked;
