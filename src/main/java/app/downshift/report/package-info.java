/**
 * The printed report: PDF for the person who breathed and for colleagues, of one session or of a
 * period. Pure: recordings in, bytes out.
 */
@NullMarked
package app.downshift.report;

import org.jspecify.annotations.NullMarked;
