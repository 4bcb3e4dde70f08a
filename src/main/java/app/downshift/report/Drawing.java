package app.downshift.report;

/** Something that is drawn as lines and letters into a place of a page. */
interface Drawing {
  void on(Pen pen);
}
