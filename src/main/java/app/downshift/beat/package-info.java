/**
 * Beats and what may be believed of them: intervals, marks and their reasons, quality, rhythm. Pure
 * values and functions over plain arrays; JDK only.
 */
@NullMarked
package app.downshift.beat;

import org.jspecify.annotations.NullMarked;
