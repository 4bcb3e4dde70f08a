/**
 * Many sessions of one client: what they say of breathing against sitting quietly, what is still
 * missing, and the offer to practise whichever of the two the lot says.
 */
@NullMarked
package app.downshift.ui.evidence;

import org.jspecify.annotations.NullMarked;
