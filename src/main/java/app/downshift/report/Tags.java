package app.downshift.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * The structure of a document: what every piece of its pages is, and what belongs to what (ISO
 * 32000-1, 14.7 and 14.8). Not a value.
 */
final class Tags {
  private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
  private final PDStructureElement root = new PDStructureElement("Document", tree);
  private final List<COSArray> parents = new ArrayList<>();

  Tags(PDDocumentCatalog catalog) {
    var marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    catalog.setStructureTreeRoot(tree);
    tree.appendKid(root);
  }

  /** What everything belongs to. */
  PDStructureElement root() {
    return root;
  }

  /** From here on pieces are of this page. */
  void begin(PDPage page) {
    page.setStructParents(parents.size());
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    parents.add(new COSArray());
  }

  PDStructureElement element(String tag, PDStructureNode parent) {
    var element = new PDStructureElement(tag, parent);
    parent.appendKid(element);
    return element;
  }

  /**
   * A picture.
   *
   * @param instead what is read to somebody who cannot see it
   * @param where it stands on its page
   */
  PDStructureElement figure(String instead, PDRectangle where) {
    PDStructureElement figure = element("Figure", root);
    figure.setAlternateDescription(instead);
    var layout = new PDLayoutAttributeObject();
    layout.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
    layout.setBBox(where);
    figure.addAttribute(layout);
    return figure;
  }

  /**
   * What a column or a row of a table is called.
   *
   * @param scope {@link PDTableAttributeObject#SCOPE_COLUMN} or {@code SCOPE_ROW}
   */
  PDStructureElement heading(PDStructureNode row, String scope) {
    PDStructureElement cell = element("TH", row);
    var attributes = new PDTableAttributeObject();
    attributes.setScope(scope);
    cell.addAttribute(attributes);
    return cell;
  }

  /** The number on its page of a piece that belongs to an element. */
  int number(PDStructureElement element, PDPage page) {
    COSArray here = parents.get(parents.size() - 1);
    int number = here.size();
    here.add(element.getCOSObject());
    element.setPage(page);
    element.appendKid(number);
    return number;
  }

  /** So that from every piece one finds what it belongs to. */
  void finish() {
    Map<Integer, PDParentTreeValue> numbers = new TreeMap<>();
    for (int p = 0; p < parents.size(); p++) {
      numbers.put(p, new PDParentTreeValue(parents.get(p)));
    }
    var pieces = new PDNumberTreeNode(PDParentTreeValue.class);
    pieces.setNumbers(numbers);
    tree.setParentTree(pieces);
    tree.setParentTreeNextKey(parents.size());
  }
}
