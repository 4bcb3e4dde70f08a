/**
 * The library of records: clients, their diary and their sessions as files that are the truth, a
 * key for each of them where a passphrase is set, backups, and an index that can be thrown away.
 */
@NullMarked
package app.downshift.library;

import org.jspecify.annotations.NullMarked;
