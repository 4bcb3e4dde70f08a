package app.downshift.report;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.text.AttributedCharacterIterator;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The two weights of one document. */
record Letters(Inter regular, Inter semibold) {
  static Letters embedded() {
    return new Letters(Inter.of(Inter.Weight.REGULAR), Inter.of(Inter.Weight.SEMIBOLD));
  }

  /** Lets painted words be words in the document too, not outlines. */
  PdfBoxGraphics2DFontTextDrawer painted() {
    return new PdfBoxGraphics2DFontTextDrawer() {
      @Override
      protected boolean hasDynamicFontMapping() {
        return true;
      }

      @Override
      public boolean canDrawText(AttributedCharacterIterator words, IFontTextDrawerEnv where) {
        return true;
      }

      @Override
      protected PDFont mapFont(Font font, IFontTextDrawerEnv where) {
        return font.getFontName().equals(semibold.awt().getFontName()) ? semibold : regular;
      }
    };
  }

  void keepOnlyWhatWasWritten() {
    regular.keepOnlyWhatWasWritten();
    semibold.keepOnlyWhatWasWritten();
  }
}
