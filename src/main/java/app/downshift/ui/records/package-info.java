/** Cards about the records: unlocking them, a client, moving a session, keeping all of it safe. */
@NullMarked
package app.downshift.ui.records;

import org.jspecify.annotations.NullMarked;
