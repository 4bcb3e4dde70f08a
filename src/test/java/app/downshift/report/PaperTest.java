package app.downshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

/** The document beneath a report: letters, vectors and tags. */
class PaperTest {
  private static final List<Printed> ALL =
      List.of(
          Printed.of(Reader.CLIENT, "de", ReportedSessions.good()),
          Printed.of(Reader.COLLEAGUE, "en", ReportedSessions.good()),
          Printed.of(Reader.COLLEAGUE, "de", ReportedSessions.period(20)));

  @Test
  void everyFontIsEmbeddedAndEveryChartIsDrawnWithLines() throws Exception {
    for (Printed printed : ALL) {
      try (PDDocument document = printed.open()) {
        int charts = 0;
        for (PDPage page : document.getPages()) {
          charts += embedded(page.getResources());
        }
        assertTrue(charts >= 2, "charts: " + charts);
      }
    }
  }

  @Test
  void keptLettersHaveTheirOutlinesAndTheOthersNone() throws Exception {
    Inter whole = Inter.of(Inter.Weight.REGULAR);
    try (PDDocument document = ALL.get(0).open()) {
      PDType0Font cut = null;
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        cut = font.getName().contains("Inter-Regular") ? (PDType0Font) font : cut;
      }
      int a = code(whole, 'a');
      int unused = code(whole, '§');
      assertEquals(outline(whole.getPath(a)), outline(cut.getPath(a)));
      assertFalse(outline(cut.getPath(a)).isEmpty());
      assertFalse(outline(whole.getPath(unused)).isEmpty());
      assertTrue(outline(cut.getPath(unused)).isEmpty());
      assertEquals("a", cut.toUnicode(a));
      assertEquals(whole.getWidth(a), cut.getWidth(a), 1e-6);
    }
  }

  @Test
  void theDocumentSaysItsLanguageAndTitleAndWhenItWas() throws Exception {
    try (PDDocument document = ALL.get(0).open()) {
      var catalog = document.getDocumentCatalog();
      assertEquals("de", catalog.getLanguage());
      assertTrue(catalog.getMarkInfo().isMarked());
      assertTrue(catalog.getViewerPreferences().displayDocTitle());
      assertEquals(
          "Ihre Sitzung – C-017 – 8. November 2026", document.getDocumentInformation().getTitle());
      assertEquals(
          ReportedSessions.good().plan().started(),
          document.getDocumentInformation().getCreationDate().toInstant());
    }
  }

  @Test
  void headingsParagraphsTablesAndChartsAreTaggedAndChartsHaveWords() throws Exception {
    for (Printed printed : ALL) {
      try (PDDocument document = printed.open()) {
        List<PDStructureElement> elements = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), elements);
        List<String> types = elements.stream().map(PDStructureElement::getStructureType).toList();
        assertEquals("Document", types.get(0));
        assertEquals("H1", types.get(1));
        assertTrue(types.containsAll(List.of("H2", "P", "Figure")), types::toString);
        for (PDStructureElement element : elements) {
          if (element.getStructureType().equals("Figure")) {
            assertTrue(element.getAlternateDescription().length() > 15);
            var layout = (PDLayoutAttributeObject) element.getAttributes().getObject(0);
            assertTrue(layout.getBBox().getWidth() > 400, "where the chart stands");
          }
        }
      }
    }
  }

  @Test
  void linesOfAParagraphAreReadWithTheBlankBetweenThem() throws Exception {
    Inter regular = Inter.of(Inter.Weight.REGULAR);
    double wide = regular.width("aaaa", 10) + 1;
    assertEquals(
        List.of("aa a ", "aaaa", "aa ", "aa"),
        LineBreaks.of(" aa a\naaaaaa aa ", regular, 10, wide));
  }

  @Test
  void allThatIsDrawnIsTaggedOrAnArtifactAndEveryTagIsFoundFromItsNumber() throws Exception {
    for (Printed printed : ALL) {
      try (PDDocument document = printed.open()) {
        var tree = document.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        for (PDPage page : document.getPages()) {
          var value = (PDParentTreeValue) tree.getValue(page.getStructParents());
          COSArray parents = (COSArray) value.getCOSObject();
          assertEquals(parents.size(), numbersIn(page, parents));
        }
      }
    }
  }

  /** Counts marked contents, and sees to it that nothing is drawn outside of them. */
  private static int numbersIn(PDPage page, COSArray parents) throws Exception {
    int numbers = 0;
    int depth = 0;
    List<COSBase> operands = new ArrayList<>();
    for (Object token : new PDFStreamParser(page).parse()) {
      if (token instanceof COSBase operand) {
        operands.add(operand);
        continue;
      }
      String name = ((Operator) token).getName();
      if (name.equals("BDC")) {
        depth++;
        COSDictionary properties =
            operands.get(1) instanceof COSDictionary inline
                ? inline
                : page.getResources().getProperties((COSName) operands.get(1)).getCOSObject();
        assertEquals(numbers++, properties.getInt(COSName.MCID));
        var element = (COSDictionary) parents.getObject(numbers - 1);
        assertEquals(operands.get(0), element.getCOSName(COSName.S));
        assertSame(page.getCOSObject(), element.getCOSDictionary(COSName.PG));
      } else if (name.equals("BMC")) {
        assertEquals(COSName.ARTIFACT, operands.get(0));
        depth++;
      } else if (name.equals("EMC")) {
        depth--;
      } else if (List.of("Tj", "TJ", "f", "S", "Do").contains(name)) {
        assertEquals(1, depth, name + " outside of any tag");
      }
      operands.clear();
    }
    assertEquals(0, depth);
    return numbers;
  }

  private static int embedded(PDResources resources) throws Exception {
    int forms = 0;
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      assertTrue(font.isEmbedded() && font.getName().contains("Inter"), font.getName());
    }
    for (COSName name : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(name);
      assertTrue(object instanceof PDFormXObject, "an image: " + name);
      forms += 1 + embedded(((PDFormXObject) object).getResources());
    }
    return forms;
  }

  private static void collect(PDStructureNode node, List<PDStructureElement> into) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        into.add(element);
        collect(element, into);
      }
    }
  }

  private static int code(Inter font, char letter) {
    byte[] code = font.encode(letter);
    return (code[0] & 0xff) << 8 | code[1] & 0xff;
  }

  private static List<String> outline(GeneralPath path) {
    List<String> steps = new ArrayList<>();
    double[] at = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      steps.add(kind + " " + Math.round(at[0]) + " " + Math.round(at[1]));
    }
    return steps;
  }
}
