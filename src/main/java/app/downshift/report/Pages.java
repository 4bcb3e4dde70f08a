package app.downshift.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/**
 * A4 pages that are written one after another; places in points from the lower left corner.
 * Everything on them is a piece of what {@link Tags} tell, or an artifact. Not a value.
 */
final class Pages implements Closeable {
  static final PDRectangle A4 = PDRectangle.A4;

  private static final double FOOT_SIZE = 8;
  private static final double FOOT_BASELINE = 34;

  private final PDDocument document = new PDDocument();
  private final Letters letters = Letters.embedded();
  private final Tags tags;
  private final Instant of;
  private PDPageContentStream content;
  private PDPage page = new PDPage(A4);

  /**
   * @param of when what is told was; the date of the document
   */
  Pages(String title, Locale language, String producer, Instant of) throws IOException {
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
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    tags = new Tags(catalog);
    content = begin();
  }

  PDDocument document() {
    return document;
  }

  Letters letters() {
    return letters;
  }

  Tags tags() {
    return tags;
  }

  void next() throws IOException {
    content.close();
    page = new PDPage(A4);
    content = begin();
  }

  private PDPageContentStream begin() throws IOException {
    document.addPage(page);
    tags.begin(page);
    return new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
  }

  /** Begins what belongs to an element; everything drawn until {@link #end} does. */
  void open(PDStructureElement element) throws IOException {
    content.beginMarkedContent(
        COSName.getPDFName(element.getStructureType()), tags.number(element, page));
  }

  /** Begins what is no part of what is told. */
  void openArtifact() throws IOException {
    content.beginMarkedContent(COSName.ARTIFACT);
  }

  void end() throws IOException {
    content.endMarkedContent();
  }

  void line(String words, Inter weight, double size, Color colour, double x, double baseline)
      throws IOException {
    content.beginText();
    content.setFont(weight, (float) size);
    content.setNonStrokingColor(colour);
    content.newLineAtOffset((float) x, (float) baseline);
    content.showText(words.replace(LineBreaks.FIRM_SPACE, ' '));
    content.endText();
  }

  void fill(Color colour, double x, double fromFoot, double wide, double high) throws IOException {
    content.setNonStrokingColor(colour);
    content.addRect((float) x, (float) fromFoot, (float) wide, (float) high);
    content.fill();
  }

  void form(PDFormXObject form, double x, double fromFoot) throws IOException {
    content.saveGraphicsState();
    content.transform(Matrix.getTranslateInstance((float) x, (float) fromFoot));
    content.drawForm(form);
    content.restoreGraphicsState();
  }

  /**
   * Ends the document.
   *
   * @param footer stands at the foot of every page
   * @param pageOf the number of a page and how many there are, where there are several
   * @param margin at the left and the right of them
   */
  byte[] finished(String footer, String pageOf, double margin) throws IOException {
    content.close();
    int count = document.getNumberOfPages();
    Inter regular = letters.regular();
    for (int p = 0; p < count; p++) {
      content =
          new PDPageContentStream(document, document.getPage(p), AppendMode.APPEND, true, true);
      openArtifact();
      line(footer, regular, FOOT_SIZE, Ink.SECONDARY, margin, FOOT_BASELINE);
      String number = count == 1 ? "" : pageOf.formatted(p + 1, count);
      double x = A4.getWidth() - margin - regular.width(number, FOOT_SIZE);
      line(number, regular, FOOT_SIZE, Ink.SECONDARY, x, FOOT_BASELINE);
      end();
      content.close();
    }
    tags.finish();
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
}
