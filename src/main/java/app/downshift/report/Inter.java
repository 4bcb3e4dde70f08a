package app.downshift.report;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A weight of the typeface of the design, embedded into one document. Inter comes as OpenType with
 * CFF outlines, which PDFBox reads but does not embed; so its dictionaries are made here: a Type 0
 * font with Identity-H, whose codes are the numbers of the glyphs (ISO 32000-1, 9.7.4). Before
 * saving, {@link #keepOnlyWhatWasWritten} leaves out all other glyphs. The licence of Inter (SIL
 * OFL 1.1) allows both.
 */
final class Inter extends PDType0Font {
  private static final int SYMBOLIC = 4;
  private static final String UNKNOWN_LETTER = "?";

  private final OpenTypeFont outlines;
  private final CmapLookup glyphs;
  private final CffTable cff;
  private final Font awt;
  private final SortedMap<Integer, Integer> written = new TreeMap<>();

  /** The weights in use. */
  enum Weight {
    REGULAR(FlatInterFont.STYLE_REGULAR, "Inter-Regular"),
    SEMIBOLD(FlatInterFont.STYLE_SEMIBOLD, "Inter-SemiBold");

    private final String file;
    private final String postScript;

    Weight(String file, String postScript) {
      this.file = file;
      this.postScript = postScript;
    }
  }

  private Inter(COSDictionary dictionary, OpenTypeFont outlines, CffTable cff, Font awt)
      throws IOException {
    super(dictionary);
    this.outlines = outlines;
    this.cff = cff;
    this.awt = awt;
    glyphs = outlines.getUnicodeCmapLookup();
  }

  /** One weight for one document. */
  static Inter of(Weight weight) {
    try (InputStream in = FlatInterFont.class.getResourceAsStream(weight.file)) {
      byte[] file = in.readAllBytes();
      OpenTypeFont outlines = new OTFParser().parse(new RandomAccessReadBuffer(file));
      var cff = new CffTable(outlines.getTableBytes(outlines.getTableMap().get("CFF ")));
      Font awt = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
      return new Inter(dictionary(weight, outlines, cff), outlines, cff, awt);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (FontFormatException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The same letters for painting. */
  Font awt() {
    return awt;
  }

  /** How wide words are in a size, in points. */
  double width(String words, double size) {
    try {
      return getStringWidth(words) / 1000 * size;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  protected byte[] encode(int letter) {
    int glyph = glyphs.getGlyphId(letter);
    int told = letter;
    if (glyph == 0) {
      told = UNKNOWN_LETTER.charAt(0);
      glyph = glyphs.getGlyphId(told);
    }
    written.put(glyph, told);
    return new byte[] {(byte) (glyph >> 8), (byte) glyph};
  }

  /** To be called once all is written and before saving. */
  void keepOnlyWhatWasWritten() {
    try {
      COSDictionary font = getCOSObject();
      COSDictionary descendant = getDescendantFont().getCOSObject();
      descendant.setItem(COSName.W, widths(outlines, written.keySet()));
      stream(fontFile(descendant), cff.keeping(written.keySet()));
      var letters = new COSStream();
      stream(letters, toUnicode().getBytes(StandardCharsets.US_ASCII));
      font.setItem(COSName.TO_UNICODE, letters);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static COSStream fontFile(COSDictionary descendant) {
    COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
    return descriptor.getCOSStream(COSName.FONT_FILE3);
  }

  private static COSDictionary dictionary(Weight weight, OpenTypeFont outlines, CffTable cff)
      throws IOException {
    // The six letters say that glyphs are left out.
    String name = (weight == Weight.REGULAR ? "DOWNSA+" : "DOWNSB+") + weight.postScript;
    double perEm = 1000.0 / outlines.getUnitsPerEm();
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, SYMBOLIC);
    var header = outlines.getHeader();
    var box = new COSArray();
    for (int edge :
        new int[] {header.getXMin(), header.getYMin(), header.getXMax(), header.getYMax()}) {
      box.add(COSInteger.get(Math.round(edge * perEm)));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setLong(
        COSName.ASCENT, Math.round(outlines.getHorizontalHeader().getAscender() * perEm));
    descriptor.setLong(
        COSName.DESCENT, Math.round(outlines.getHorizontalHeader().getDescender() * perEm));
    descriptor.setLong(
        COSName.CAP_HEIGHT, Math.round(outlines.getOS2Windows().getCapHeight() * perEm));
    descriptor.setInt(COSName.STEM_V, weight == Weight.REGULAR ? 80 : 120);
    var file = new COSStream();
    stream(file, cff.whole());
    file.setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType0C"));
    descriptor.setItem(COSName.FONT_FILE3, file);

    var descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, name);
    var system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    var all = new TreeMap<Integer, Integer>();
    for (int glyph = 0; glyph < outlines.getNumberOfGlyphs(); glyph++) {
      all.put(glyph, glyph);
    }
    descendant.setItem(COSName.W, widths(outlines, all.keySet()));

    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, name + "-Identity-H");
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    var descendants = new COSArray();
    descendants.add(descendant);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  private static COSArray widths(OpenTypeFont outlines, Iterable<Integer> of) throws IOException {
    double perEm = 1000.0 / outlines.getUnitsPerEm();
    var widths = new COSArray();
    for (int glyph : of) {
      var width = new COSArray();
      width.add(COSInteger.get(Math.round(outlines.getAdvanceWidth(glyph) * perEm)));
      widths.add(COSInteger.get(glyph));
      widths.add(width);
    }
    return widths;
  }

  /** Which letter each glyph is, so that text can be searched, copied and read aloud. */
  private String toUnicode() {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    written.forEach(
        (glyph, letter) -> {
          var utf16 = new StringBuilder();
          for (char part : Character.toChars(letter)) {
            utf16.append(String.format(Locale.ROOT, "%04X", (int) part));
          }
          map.append(
              String.format(Locale.ROOT, "1 beginbfchar%n<%04X> <%s>%nendbfchar%n", glyph, utf16));
        });
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return map.toString().replace("\r", "");
  }

  private static void stream(COSStream stream, byte[] bytes) throws IOException {
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(bytes);
    }
  }
}
