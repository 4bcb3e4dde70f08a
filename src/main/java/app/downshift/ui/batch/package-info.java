/** Many files at once: what shall become of them, how far it is, and what could not be used. */
@NullMarked
package app.downshift.ui.batch;

import org.jspecify.annotations.NullMarked;
