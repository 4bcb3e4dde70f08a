/**
 * How Downshift looks and speaks: two FlatLaf themes from properties files, the Inter typeface, the
 * small painted pieces every screen is made of, and all words. Knows nothing of sessions.
 */
@NullMarked
package app.downshift.ui.theme;

import org.jspecify.annotations.NullMarked;
