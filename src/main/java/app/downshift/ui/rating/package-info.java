/** What a person says of themselves before and after: scales, a body map, where the breath went. */
@NullMarked
package app.downshift.ui.rating;

import org.jspecify.annotations.NullMarked;
