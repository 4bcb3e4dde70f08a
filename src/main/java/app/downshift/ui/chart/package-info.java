/**
 * The three live charts: beat by beat, against the baseline, swing by breath. They are painted with
 * XChart on the charts thread into images, which the EDT only copies to the screen.
 */
@NullMarked
package app.downshift.ui.chart;

import org.jspecify.annotations.NullMarked;
