package app.downshift.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file as far as they can be read, and what is wrong with the others.
 *
 * @param unread the numbers of lines that are not as they were written
 * @param torn whether something without a line end stands behind the last line
 * @param physical how many line ends the file holds
 * @param ended whether its last line says that it is complete; always for lines that are not sealed
 * @param inMiddle whether lines stand behind one that says that it is complete
 */
record KeptLines(
    List<Line> lines,
    List<Long> unread,
    boolean torn,
    long physical,
    boolean ended,
    boolean inMiddle) {

  /** A line and where it stands, from 1. */
  record Line(long number, String text) {}

  List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }

  /** Reads lines that are sealed when {@code seal} is present. */
  static KeptLines read(Path file, Optional<SealedLines> seal) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<String> raw = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        raw.add(new String(bytes, from, i - from, StandardCharsets.UTF_8));
        from = i + 1;
      }
    }
    boolean rest = from < bytes.length;
    if (seal.isPresent()) {
      return opened(raw, rest, seal.get());
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      lines.add(new Line(i + 1L, raw.get(i)));
    }
    return new KeptLines(lines, List.of(), rest, raw.size(), true, false);
  }

  private static KeptLines opened(List<String> raw, boolean rest, SealedLines seal) {
    List<Line> lines = new ArrayList<>();
    List<Long> unread = new ArrayList<>();
    boolean ended = false;
    boolean inMiddle = false;
    if (raw.isEmpty() || !raw.get(0).equals(SealedLines.PREAMBLE)) {
      unread.add(1L);
    }
    for (int i = 1; i < raw.size(); i++) {
      inMiddle |= ended;
      Optional<SealedLines.Opened> line = seal.open(i + 1L, raw.get(i));
      ended = line.isPresent() && line.get().end();
      if (line.isEmpty()) {
        unread.add(i + 1L);
      } else if (!ended) {
        lines.add(new Line(i + 1L, line.get().text()));
      }
    }
    return new KeptLines(lines, unread, rest, raw.size(), ended && !rest, inMiddle);
  }
}
