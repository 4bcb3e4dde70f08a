package app.downshift.ui.chart;

import app.downshift.session.Snapshot;
import app.downshift.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/** One kind of chart. Called by one thread at a time, never the EDT. */
public interface Drawing {
  /**
   * Paints the chart.
   *
   * @param plot where the curves go; labels stand around it
   * @param nowMicros session time at the right edge of charts that move
   */
  void paint(Graphics2D g, Rectangle plot, Snapshot snapshot, long nowMicros, Palette palette);
}
