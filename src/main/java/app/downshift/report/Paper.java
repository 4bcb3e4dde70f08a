package app.downshift.report;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * A document that is written from top to bottom. What is written is tagged: headings, paragraphs,
 * lists, tables, and charts with words that stand for them. The same things written give the same
 * bytes.
 */
final class Paper implements Closeable {
  private static final double MARGIN = 54;
  private static final double FOOT = 62;
  private static final double PANEL_INSET = 14;
  private static final double CELL = 5;

  private final Pages pages;
  private final Tags tags;
  private final Letters letters;
  private double y = Pages.A4.getHeight() - MARGIN;

  /**
   * @param of when what is told was; the date of the document
   */
  Paper(String title, Locale language, String producer, Instant of) throws IOException {
    pages = new Pages(title, language, producer, of);
    tags = pages.tags();
    letters = pages.letters();
  }

  /** Between the margins. */
  double width() {
    return Pages.A4.getWidth() - 2 * MARGIN;
  }

  /** What is left of the page. */
  double left() {
    return y - FOOT;
  }

  void newPage() throws IOException {
    pages.next();
    y = Pages.A4.getHeight() - MARGIN;
  }

  /** Begins a page where a heading with so much below it would not fit: it does not stay alone. */
  void keep(double high) throws IOException {
    room(high + 60);
  }

  void space(double points) {
    y -= points;
  }

  void text(Style style, String words) throws IOException {
    List<String> lines = lines(style, words, width());
    room(style.before() + lines.size() * style.line());
    y -= style.before();
    pages.open(tags.element(style.tag(), tags.root()));
    write(lines, style, MARGIN);
    pages.end();
  }

  /** How much of the page such words take. */
  double height(Style style, String words) {
    return style.before() + lines(style, words, width()).size() * style.line();
  }

  /** The same of bullets. */
  double height(Style style, List<String> items) {
    double high = 0;
    for (String words : items) {
      high += style.before() + lines(style, words, width() - style.inset()).size() * style.line();
    }
    return high;
  }

  /** Words on a quiet ground with an edge, to be seen first. */
  void panel(Style lead, List<String> paragraphs) throws IOException {
    List<List<String>> wrapped = new ArrayList<>();
    double high = 2 * PANEL_INSET - 4;
    for (String words : paragraphs) {
      Style style = wrapped.isEmpty() ? lead : lead.below();
      List<String> lines = lines(style, words, width() - 2 * PANEL_INSET);
      high += lines.size() * style.line() + (wrapped.isEmpty() ? 0 : style.before());
      wrapped.add(lines);
    }
    room(high + 6);
    y -= 4;
    pages.openArtifact();
    pages.fill(Ink.PANEL, MARGIN, y - high, width(), high);
    pages.fill(Ink.TEAL, MARGIN, y - high, 3.5, high);
    pages.end();
    double foot = y - high;
    y -= PANEL_INSET - 2;
    for (int i = 0; i < wrapped.size(); i++) {
      Style style = i == 0 ? lead : lead.below();
      y -= i == 0 ? 0 : style.before();
      pages.open(tags.element("P", tags.root()));
      write(wrapped.get(i), style, MARGIN + PANEL_INSET);
      pages.end();
    }
    y = foot - 2;
  }

  void bullets(Style style, List<String> items) throws IOException {
    PDStructureElement list = tags.element("L", tags.root());
    for (String words : items) {
      List<String> lines = lines(style, words, width() - style.inset());
      room(style.before() + lines.size() * style.line());
      y -= style.before();
      PDStructureElement item = tags.element("LI", list);
      double top = y;
      pages.open(tags.element("Lbl", item));
      write(List.of("•"), style, MARGIN);
      pages.end();
      y = top;
      pages.open(tags.element("LBody", item));
      write(lines, style, MARGIN + style.inset());
      pages.end();
    }
  }

  /**
   * A chart.
   *
   * @param instead what is read to somebody who cannot see it
   * @param letterSize of its words
   */
  void chart(String instead, double height, double letterSize, Drawing drawing) throws IOException {
    room(height + 6);
    y -= 6 + height;
    var graphics = new PdfBoxGraphics2D(pages.document(), (float) width(), (float) height);
    graphics.setFontTextDrawer(letters.painted());
    drawing.on(new Pen(graphics, letters, width(), height, letterSize));
    graphics.dispose();
    var where = new PDRectangle((float) MARGIN, (float) y, (float) width(), (float) height);
    pages.open(tags.figure(instead, where));
    pages.form(graphics.getXFormObject(), MARGIN, y);
    pages.end();
  }

  /** A table; its head is repeated on a new page. */
  void table(Table table, double size) throws IOException {
    PDStructureElement element = tags.element("Table", tags.root());
    double[] shares = table.shares();
    boolean headed = !table.head().isEmpty();
    y -= 3;
    boolean begun = false;
    for (List<String> row : table.rows()) {
      double high = height(row, shares, size, letters.regular());
      double head = headed ? height(table.head(), shares, size, letters.semibold()) : 0;
      if (high + (begun ? 0 : head) > left()) {
        newPage();
        begun = false;
      }
      if (!begun && headed) {
        row(tags.element("TR", element), table.head(), table, size, true);
      }
      begun = true;
      row(tags.element("TR", element), row, table, size, false);
    }
  }

  private void row(
      PDStructureElement row, List<String> cells, Table table, double size, boolean head)
      throws IOException {
    Inter weight = head ? letters.semibold() : letters.regular();
    double[] shares = table.shares();
    double high = height(cells, shares, size, weight);
    double x = MARGIN;
    for (int c = 0; c < cells.size(); c++) {
      double wide = shares[c] * width();
      boolean names = head || (c == 0 && cells.size() > 1);
      pages.open(
          names
              ? tags.heading(
                  row,
                  head ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW)
              : tags.element("TD", row));
      boolean quiet = head || (names && table.head().isEmpty());
      Color colour = quiet ? Ink.SECONDARY : Ink.TEXT;
      double top = y - 2.5;
      for (String line : LineBreaks.of(cells.get(c), weight, size, wide - CELL)) {
        boolean right = c >= table.numbersFrom();
        double seen = weight.width(line.stripTrailing(), size);
        double left = right ? x + wide - CELL / 2 - seen : x;
        pages.line(line, weight, size, colour, left, top - 0.95 * size);
        top -= 1.3 * size;
      }
      pages.end();
      x += wide;
    }
    y -= high;
    pages.openArtifact();
    pages.fill(Ink.LINE, MARGIN, y, width(), head ? 0.9 : 0.45);
    pages.end();
  }

  private double height(List<String> cells, double[] shares, double size, Inter weight) {
    int most = 1;
    for (int c = 0; c < cells.size(); c++) {
      double wide = shares[c] * width() - CELL;
      most = Math.max(most, LineBreaks.of(cells.get(c), weight, size, wide).size());
    }
    return most * 1.3 * size + 5;
  }

  /** Ends the document. */
  byte[] finished(String footer, String pageOf) throws IOException {
    return pages.finished(footer, pageOf, MARGIN);
  }

  @Override
  public void close() throws IOException {
    pages.close();
  }

  private void room(double high) throws IOException {
    if (high > left()) {
      newPage();
    }
  }

  private List<String> lines(Style style, String words, double wide) {
    return LineBreaks.of(words, font(style), style.size(), wide);
  }

  private Inter font(Style style) {
    return style.strong() ? letters.semibold() : letters.regular();
  }

  private void write(List<String> lines, Style style, double x) throws IOException {
    for (String words : lines) {
      pages.line(words, font(style), style.size(), style.colour(), x, y - style.baseline());
      y -= style.line();
    }
  }
}
