package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each format keeps is measured, and stands in formats.md as it was measured. */
class FidelityTest {
  private static final long SEED = 23;
  private static final Instant STARTED = Instant.parse("2026-11-21T10:04:00.123Z");
  private static final List<Export> FORMATS =
      List.of(Export.RR_TEXT, Export.CSV, Export.EDF, Export.SESSION);
  private static final Map<String, String> FIGURES = Map.of("time.rmssd_ms", "31.5");

  @TempDir Path folder;

  /** Something of everything that may get lost, with more digits than any format rounds to. */
  private static Intervals made(Instant started) {
    var random = new Random(SEED);
    var list = new IntervalList();
    double at = 0;
    for (int i = 0; i < 400; i++) {
      double rr = i == 200 ? 430.0 / 3 * 3.1 : 800 + 60 * random.nextDouble();
      if (i == 100) {
        list.gap();
        at += 7_777.123456789;
      }
      at += rr;
      list.addAt(at, rr);
      list.breathe(i / 7.0);
      if (i == 120) {
        list.rule("accepted");
      }
    }
    return Intervals.of("made", list, Optional.empty())
        .startedAt(Optional.of(started))
        .remarking(
            List.of(
                new Intervals.Remark(61_000.25, Intervals.MARKER, "line\nend"),
                new Intervals.Remark(62_000.25, Intervals.MARKER, "bell\u0007rung"),
                new Intervals.Remark(63_000.25, Intervals.PHASE, "Übung")));
  }

  private Intervals back(Export format, Intervals from) throws Exception {
    Path out =
        folder.resolve(
            from.started().orElseThrow().toEpochMilli()
                + (format == Export.SESSION ? ".session.jsonl" : "." + format.word())
                + (format == Export.CSV ? ".csv" : ""));
    Intervals written = // as convert does it
        format == Export.CSV ? from.with(BeatTests.mark(from.series())) : from;
    format.write(written, out, FIGURES, "downshift test");
    return Intervals.read(format.places(out).get(0));
  }

  @Test
  void theTableOfFormatsIsWhatWasMeasured() throws Exception {
    Intervals from = made(STARTED);
    List<Intervals> backs = new ArrayList<>();
    for (Export format : FORMATS) {
      backs.add(back(format, from));
    }
    List<String> rows = new ArrayList<>();
    rows.add(
        row(
            "intervals",
            backs,
            back -> same(from, back, s -> i -> s.rrMillis(i)) ? "exact" : "changed"));
    rows.add(row("gaps", backs, back -> gaps(from, back)));
    rows.add(row("time of each beat", backs, back -> times(from, back)));
    rows.add(row("markers, names of phases", backs, back -> texts(from, back)));
    List<String> starts = new ArrayList<>();
    for (int i = 0; i < backs.size(); i++) {
      starts.add(start(FORMATS.get(i), backs.get(i)));
    }
    rows.add(line("start", starts));
    rows.add(row("what a person said of marks", backs, back -> ruled(from, back)));
    rows.add(
        row(
            "breaths of the pacer",
            backs,
            back -> same(from, back, s -> i -> s.breaths(i)) ? "exact" : "no"));
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < backs.size(); i++) {
      marks.add(marks(FORMATS.get(i), from, backs.get(i)));
    }
    rows.add(line("marks of the program", marks));
    String table = String.join("\n", rows);
    System.out.println("seed " + SEED + "\n" + table);
    String page = Files.readString(Path.of("src/site/markdown/formats.md"));
    assertTrue(page.contains(table), () -> "formats.md does not have this:\n" + table);
  }

  private static String row(String kept, List<Intervals> backs, Function<Intervals, String> how) {
    return line(kept, backs.stream().map(how).toList());
  }

  private static String line(String kept, List<String> cells) {
    return "| " + kept + " | " + String.join(" | ", cells) + " |";
  }

  private static boolean same(
      Intervals from, Intervals back, Function<RrSeries, ToDoubleFunction<Integer>> what) {
    return from.series().size() == back.series().size() && farthest(from, back, what) == 0;
  }

  private static double farthest(
      Intervals from, Intervals back, Function<RrSeries, ToDoubleFunction<Integer>> what) {
    return IntStream.range(0, from.series().size())
        .mapToDouble(
            i -> {
              double apart =
                  Math.abs(
                      what.apply(from.series()).applyAsDouble(i)
                          - what.apply(back.series()).applyAsDouble(i));
              return Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart;
            })
        .max()
        .orElseThrow();
  }

  private static String gaps(Intervals from, Intervals back) {
    boolean there =
        IntStream.range(0, from.series().size())
            .allMatch(i -> from.series().gapBefore(i) == back.series().gapBefore(i));
    double longer =
        Math.abs(
            (from.series().timeMillis(399) - from.series().timeMillis(0))
                - (back.series().timeMillis(399) - back.series().timeMillis(0)));
    return !there ? "no" : longer < 1 ? "yes" : "yes; not how long";
  }

  private static String times(Intervals from, Intervals back) {
    double apart = farthest(from, back, s -> i -> s.timeMillis(i));
    return apart == 0 ? "exact" : apart <= 1e-6 ? "1 ns" : apart <= 1e-3 ? "1 µs" : "no: their sum";
  }

  private static String texts(Intervals from, Intervals back) {
    List<String> was = words(from);
    List<String> is = words(back);
    if (is.equals(was)) {
      return "exact";
    }
    if (is.equals(was.stream().map(text -> text.replace('\n', ' ')).toList())) {
      return "line ends become spaces";
    }
    return is.equals(
            was.stream().map(text -> text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", " ")).toList())
        ? "control characters but line ends become spaces"
        : "changed: " + is;
  }

  private static List<String> words(Intervals of) {
    return of.remarks().stream().map(Intervals.Remark::words).collect(Collectors.toList());
  }

  private String start(Export format, Intervals back) throws Exception {
    List<Instant> old =
        List.of(Instant.parse("1984-12-31T23:59:59Z"), Instant.parse("2085-01-01T00:00:00Z"));
    boolean any = true;
    for (Instant started : old) {
      any &= back(format, made(started)).started().equals(Optional.of(started));
    }
    String exactly =
        back.started().equals(Optional.of(STARTED))
            ? "exact"
            : back.started()
                    .map(Instant::getEpochSecond)
                    .equals(Optional.of(STARTED.getEpochSecond()))
                ? "whole seconds"
                : "changed";
    return any ? exactly : exactly + ", 1985 to 2084";
  }

  private static String ruled(Intervals from, Intervals back) {
    return IntervalList.ruling(from.series().marks(120))
            .equals(IntervalList.ruling(back.series().marks(120)))
        ? "yes"
        : "no";
  }

  /** Marks are found anew; only tables show them too. */
  private String marks(Export format, Intervals from, Intervals back) throws Exception {
    RrSeries was = BeatTests.mark(from.series());
    double[] nobodyPaced = new double[was.size()];
    Arrays.fill(nobodyPaced, Double.NaN);
    RrSeries unpaced = BeatTests.mark(from.series().paced(nobodyPaced));
    RrSeries is = BeatTests.mark(back.series());
    boolean found = sameMarks(was, is);
    boolean foundUnpaced = sameMarks(unpaced, is);
    assertTrue(was.marks(200).words().size() > 0, "there is a mark to be found");
    Path written = folder.resolve(STARTED.toEpochMilli() + ".csv.csv");
    boolean shown =
        format == Export.CSV
            && was.marks(200).words().stream()
                .allMatch(
                    mark -> {
                      try {
                        return Files.readString(
                                format.places(written).get(0), StandardCharsets.UTF_8)
                            .contains(mark);
                      } catch (java.io.IOException gone) {
                        return false;
                      }
                    });
    return found
        ? shown ? "shown, found again" : "no: found again"
        : foundUnpaced ? "no: found again, as without a pacer" : "changed";
  }

  private static boolean sameMarks(RrSeries one, RrSeries other) {
    return IntStream.range(0, one.size())
        .filter(i -> i != 120) // a person said something of that one
        .allMatch(i -> one.marks(i).words().equals(other.marks(i).words()));
  }
}
