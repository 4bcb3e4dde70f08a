package app.downshift.report;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/**
 * A document of A4 pages that is written from top to bottom. What is written is tagged: headings,
 * paragraphs, lists, tables, and charts with words that stand for them. The same things written
 * give the same bytes.
 */
final class Paper implements Closeable {
  private static final double MARGIN = 54;
  private static final double FOOT = 62;
  private static final PDRectangle A4 = PDRectangle.A4;
  private static final double FOOT_SIZE = 8;
  private static final double CELL = 5;

  /** No line ends here. */
  private static final char FIRM_SPACE = '\u00a0';

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r]+");
  private static final Pattern BEFORE_UNIT =
      Pattern.compile(
          "(?<=[0-9]) (?=(%|s|ms|min|Hz)(?![A-Za-z]))|(?<=[0-9]) (?=[+] [0-9])|(?<=[0-9] [+]) (?=[0-9])");

  private final PDDocument document = new PDDocument();
  private final Letters letters = Letters.embedded();
  private final PDStructureElement root;
  private final List<COSArray> parents = new ArrayList<>();
  private final Instant of;
  private PDPageContentStream content;
  private PDPage page;
  private double y;

  /** How words look and what they are. */
  enum Style {
    TITLE("H1", 22, 1.25, true, Ink.TEXT, 0),
    SUBTITLE("P", 13, 1.35, false, Ink.SECONDARY, 2),
    HEADING("H2", 14, 1.3, true, Ink.TEAL, 13),
    LEAD("P", 15, 1.35, true, Ink.TEXT, 0),
    BODY("P", 12.5, 1.4, false, Ink.TEXT, 4),
    SMALL_TITLE("H1", 18, 1.25, true, Ink.TEXT, 0),
    SMALL_HEADING("H2", 11, 1.3, true, Ink.TEAL, 9),
    SMALL_LEAD("P", 10.5, 1.35, true, Ink.TEXT, 3),
    SMALL("P", 9, 1.4, false, Ink.TEXT, 3),
    NOTE("P", 8.5, 1.4, false, Ink.SECONDARY, 3);

    private final String tag;
    private final double size;
    private final double leading;
    private final boolean strong;
    private final Color colour;
    private final double before;

    Style(String tag, double size, double leading, boolean strong, Color colour, double before) {
      this.tag = tag;
      this.size = size;
      this.leading = leading;
      this.strong = strong;
      this.colour = colour;
      this.before = before;
    }

    private double line() {
      return size * leading;
    }
  }

  /**
   * @param of when what is told was; the date of the document
   */
  Paper(String title, Locale language, String producer, Instant of) throws IOException {
    this.of = of;
    document.setVersion(1.7f);
    var information = new PDDocumentInformation();
    information.setTitle(title);
    information.setCreator(producer);
    information.setProducer(producer + ", Apache PDFBox");
    Calendar created = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    created.setTimeInMillis(of.toEpochMilli());
    information.setCreationDate(created);
    information.setModificationDate(created);
    document.setDocumentInformation(information);
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage(language.toLanguageTag());
    var marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    var tree = new PDStructureTreeRoot();
    catalog.setStructureTreeRoot(tree);
    root = new PDStructureElement("Document", tree);
    tree.appendKid(root);
    page = new PDPage(A4);
    content = begin();
  }

  /** Between the margins. */
  double width() {
    return A4.getWidth() - 2 * MARGIN;
  }

  /** What is left of the page. */
  double left() {
    return y - FOOT;
  }

  void newPage() throws IOException {
    content.close();
    page = new PDPage(A4);
    content = begin();
  }

  private PDPageContentStream begin() throws IOException {
    document.addPage(page);
    page.setStructParents(parents.size());
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    parents.add(new COSArray());
    y = A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
  }

  void space(double points) {
    y -= points;
  }

  void text(Style style, String words) throws IOException {
    List<String> lines = wrapped(words, font(style), style.size, width());
    room(style.before + lines.size() * style.line());
    y -= style.before;
    PDStructureElement element = element(style.tag, root);
    open(style.tag, element);
    write(lines, style, MARGIN);
    content.endMarkedContent();
  }

  /** How much of the page such words take. */
  double height(Style style, String words) {
    return style.before + wrapped(words, font(style), style.size, width()).size() * style.line();
  }

  /** The same of bullets. */
  double height(Style style, List<String> items) {
    double high = 0;
    for (String words : items) {
      high +=
          style.before
              + wrapped(words, font(style), style.size, width() - inset(style)).size()
                  * style.line();
    }
    return high;
  }

  private static double inset(Style style) {
    return style.size * 1.1;
  }

  /** Words on a quiet ground with an edge, to be seen first. */
  void panel(Style style, List<String> paragraphs) throws IOException {
    double inset = 14;
    List<List<String>> wrapped = new ArrayList<>();
    double high = 2 * inset - 4;
    for (String words : paragraphs) {
      Style each = wrapped.isEmpty() ? style : below(style);
      List<String> lines = wrapped(words, font(each), each.size, width() - 2 * inset);
      high += lines.size() * each.line() + (wrapped.isEmpty() ? 0 : each.before);
      wrapped.add(lines);
    }
    room(high + 6);
    y -= 4;
    content.beginMarkedContent(COSName.ARTIFACT);
    fill(Ink.PANEL, MARGIN, y - high, width(), high);
    fill(Ink.TEAL, MARGIN, y - high, 3.5, high);
    content.endMarkedContent();
    double foot = y - high;
    y -= inset - 2;
    for (int i = 0; i < wrapped.size(); i++) {
      Style each = i == 0 ? style : below(style);
      y -= i == 0 ? 0 : each.before;
      PDStructureElement element = element("P", root);
      open("P", element);
      write(wrapped.get(i), each, MARGIN + inset);
      content.endMarkedContent();
    }
    y = foot - 2;
  }

  private static Style below(Style lead) {
    return lead == Style.LEAD ? Style.BODY : Style.SMALL;
  }

  void bullets(Style style, List<String> items) throws IOException {
    PDStructureElement list = element("L", root);
    double inset = inset(style);
    for (String words : items) {
      List<String> lines = wrapped(words, font(style), style.size, width() - inset);
      room(style.before + lines.size() * style.line());
      y -= style.before;
      PDStructureElement item = element("LI", list);
      double top = y;
      PDStructureElement label = element("Lbl", item);
      open("Lbl", label);
      write(List.of("•"), style, MARGIN);
      content.endMarkedContent();
      y = top;
      PDStructureElement body = element("LBody", item);
      open("LBody", body);
      write(lines, style, MARGIN + inset);
      content.endMarkedContent();
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
    y -= 6;
    var graphics = new PdfBoxGraphics2D(document, (float) width(), (float) height);
    graphics.setFontTextDrawer(letters.painted());
    drawing.on(new Pen(graphics, letters, width(), height, letterSize));
    graphics.dispose();
    PDStructureElement figure = element("Figure", root);
    figure.setAlternateDescription(instead);
    open("Figure", figure);
    content.saveGraphicsState();
    content.transform(Matrix.getTranslateInstance((float) MARGIN, (float) (y - height)));
    content.drawForm(graphics.getXFormObject());
    content.restoreGraphicsState();
    content.endMarkedContent();
    y -= height;
  }

  /** A table; its head is repeated on a new page. */
  void table(Table table, double size) throws IOException {
    PDStructureElement element = element("Table", root);
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
        row(element("TR", element), table.head(), table, size, true);
      }
      begun = true;
      row(element("TR", element), row, table, size, false);
    }
  }

  private void row(
      PDStructureElement parent, List<String> cells, Table table, double size, boolean head)
      throws IOException {
    Inter weight = head ? letters.semibold() : letters.regular();
    double[] shares = table.shares();
    double high = height(cells, shares, size, weight);
    double x = MARGIN;
    for (int c = 0; c < cells.size(); c++) {
      double wide = shares[c] * width();
      boolean names = head || (c == 0 && cells.size() > 1);
      PDStructureElement cell = element(names ? "TH" : "TD", parent);
      if (names) {
        var scope = new PDTableAttributeObject();
        scope.setScope(
            head ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW);
        cell.addAttribute(scope);
      }
      open(names ? "TH" : "TD", cell);
      double top = y - 2.5;
      for (String line : wrapped(cells.get(c), weight, size, wide - CELL)) {
        boolean right = c >= table.numbersFrom();
        double left = right ? x + wide - CELL / 2 - weight.width(line, size) : x;
        line(
            line,
            weight,
            size,
            head || (names && table.head().isEmpty()) ? Ink.SECONDARY : Ink.TEXT,
            left,
            top - 0.95 * size);
        top -= 1.3 * size;
      }
      content.endMarkedContent();
      x += wide;
    }
    y -= high;
    content.beginMarkedContent(COSName.ARTIFACT);
    fill(Ink.LINE, MARGIN, y, width(), head ? 0.9 : 0.45);
    content.endMarkedContent();
  }

  private double height(List<String> cells, double[] shares, double size, Inter weight) {
    int most = 1;
    for (int c = 0; c < cells.size(); c++) {
      double wide = shares[c] * width() - CELL;
      most = Math.max(most, wrapped(cells.get(c), weight, size, wide).size());
    }
    return most * 1.3 * size + 5;
  }

  /** Ends the document. */
  byte[] finished(String footer, String pageOf) throws IOException {
    content.close();
    int pages = document.getNumberOfPages();
    for (int p = 0; p < pages; p++) {
      content =
          new PDPageContentStream(document, document.getPage(p), AppendMode.APPEND, true, true);
      content.beginMarkedContent(COSName.ARTIFACT);
      line(footer, letters.regular(), FOOT_SIZE, Ink.SECONDARY, MARGIN, 34);
      String number = pages == 1 ? "" : pageOf.formatted(p + 1, pages);
      double wide = letters.regular().width(number, FOOT_SIZE);
      line(number, letters.regular(), FOOT_SIZE, Ink.SECONDARY, A4.getWidth() - MARGIN - wide, 34);
      content.endMarkedContent();
      content.close();
    }
    Map<Integer, PDParentTreeValue> numbers = new TreeMap<>();
    for (int p = 0; p < parents.size(); p++) {
      numbers.put(p, new PDParentTreeValue(parents.get(p)));
    }
    var tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(numbers);
    PDStructureTreeRoot structure = document.getDocumentCatalog().getStructureTreeRoot();
    structure.setParentTree(tree);
    structure.setParentTreeNextKey(parents.size());
    letters.keepOnlyWhatWasWritten();
    document.setDocumentId(of.toEpochMilli());
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private void room(double high) throws IOException {
    if (high > left()) {
      newPage();
    }
  }

  private PDStructureElement element(String tag, PDStructureNode parent) {
    var element = new PDStructureElement(tag, parent);
    parent.appendKid(element);
    return element;
  }

  /** Begins what belongs to an element; everything written until the end of it does. */
  private void open(String tag, PDStructureElement element) throws IOException {
    COSArray here = parents.get(parents.size() - 1);
    int number = here.size();
    here.add(element.getCOSObject());
    element.setPage(page);
    element.appendKid(number);
    content.beginMarkedContent(COSName.getPDFName(tag), number);
  }

  private Inter font(Style style) {
    return style.strong ? letters.semibold() : letters.regular();
  }

  private void write(List<String> lines, Style style, double x) throws IOException {
    for (String words : lines) {
      double baseline = y - style.size * (style.leading + 0.6) / 2;
      line(words, font(style), style.size, style.colour, x, baseline);
      y -= style.line();
    }
  }

  private void line(
      String words, Inter weight, double size, Color colour, double x, double baseline)
      throws IOException {
    content.beginText();
    content.setFont(weight, (float) size);
    content.setNonStrokingColor(colour);
    content.newLineAtOffset((float) x, (float) baseline);
    content.showText(words.replace(FIRM_SPACE, ' '));
    content.endText();
  }

  private void fill(Color colour, double x, double fromFoot, double wide, double high)
      throws IOException {
    content.setNonStrokingColor(colour);
    content.addRect((float) x, (float) fromFoot, (float) wide, (float) high);
    content.fill();
  }

  /** Lines no wider than there is room; a word that is too long by itself is cut. */
  private static List<String> wrapped(String words, Inter weight, double size, double wide) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    String firm = BEFORE_UNIT.matcher(words.strip()).replaceAll(String.valueOf(FIRM_SPACE));
    for (String word : BLANKS.split(firm, -1)) {
      String rest = word;
      String longer = line.isEmpty() ? rest : line + " " + rest;
      if (weight.width(longer, size) <= wide) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
      while (weight.width(rest, size) > wide && rest.codePointCount(0, rest.length()) > 1) {
        int end = rest.length();
        while (end > 1 && weight.width(rest.substring(0, end), size) > wide) {
          end = rest.offsetByCodePoints(end, -1);
        }
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.setLength(0);
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }
}
