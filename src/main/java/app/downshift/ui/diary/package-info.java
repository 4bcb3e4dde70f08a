/** The diary: check-ins, how a client is doing, and the longer view, side by side. */
@NullMarked
package app.downshift.ui.diary;

import org.jspecify.annotations.NullMarked;
