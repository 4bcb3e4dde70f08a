package app.downshift.report;

import app.downshift.recording.SessionFile;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A report as somebody reads it. */
record Printed(byte[] bytes) {
  static Report report(Reader reader, String language) {
    return new Report(reader, Locale.forLanguageTag(language), ZoneOffset.UTC, "0.1.0");
  }

  static Printed of(Reader reader, String language, SessionFile session) {
    return new Printed(report(reader, language).session(session));
  }

  static Printed of(Reader reader, String language, List<SessionFile> sessions) {
    return new Printed(report(reader, language).period(sessions));
  }

  PDDocument open() throws IOException {
    return Loader.loadPDF(bytes);
  }

  /** Its words in reading order, with plain signs and spaces. */
  String text() throws IOException {
    try (PDDocument document = open()) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[ \\u00a0\\n\\r]+", " ").replace('−', '-');
    }
  }

  int pages() throws IOException {
    try (PDDocument document = open()) {
      return document.getNumberOfPages();
    }
  }

  /** Every letter with its place. */
  List<TextPosition> letters() throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    try (PDDocument document = open()) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String words, List<TextPosition> places) {
          letters.addAll(places);
        }
      }.getText(document);
    }
    return letters;
  }
}
