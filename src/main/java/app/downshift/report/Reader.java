package app.downshift.report;

/** Whom a report is for. */
public enum Reader {
  /** The person who breathed: plain words, large letters. */
  CLIENT,
  /** Somebody who knows the figures: methods, tables, spectra. */
  COLLEAGUE
}
