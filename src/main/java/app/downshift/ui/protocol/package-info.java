/** Choosing a protocol, and making one's own. EDT only. */
@NullMarked
package app.downshift.ui.protocol;

import org.jspecify.annotations.NullMarked;
