package app.downshift.recording;

import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.VirtualHeart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes many recordings of virtual hearts into a folder, a hundred to a folder below it, in turn
 * as sessions, text, EDF+ and tables. Arguments: the folder, how many, seconds of each (default
 * 20000 and 900). The same number is always the same recording.
 */
public final class ManyRecordings {
  private static final Instant STARTED = Instant.parse("2026-11-21T10:04:00Z");

  private ManyRecordings() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
    double seconds = args.length > 2 ? Double.parseDouble(args[2]) : 900;
    for (int i = 0; i < count; i++) {
      write(folder, i, seconds);
    }
  }

  /** Writes recording {@code number}, and answers which file it is. */
  public static Path write(Path folder, int number, double seconds) throws Exception {
    Export format = Export.values()[number % Export.values().length];
    String ending =
        switch (format) {
          case RR_TEXT -> ".txt";
          case CSV -> ".csv";
          case EDF -> ".edf";
          case SESSION -> ".session.jsonl";
        };
    Path below = folder.resolve(String.format(Locale.ROOT, "%03d", number / 100));
    Files.createDirectories(below);
    Path file = below.resolve(String.format(Locale.ROOT, "r%05d%s", number, ending));
    format.write(made(number, seconds), file, Map.of(), "downshift test");
    return format.places(file).get(0);
  }

  private static Intervals made(long seed, double seconds) {
    HeartProfile profile = HeartProfile.CALM.withMeanBpm(55 + seed % 30);
    var heart = new VirtualHeart(profile, Breathing.steady(5 + seed % 10), seed);
    var list = new IntervalList();
    double atMillis = 0;
    while (atMillis < seconds * 1000) {
      if (heart.next() instanceof HeartEvent.Beat beat && !Double.isNaN(beat.rrMillis())) {
        double rr = Math.round(beat.rrMillis() * 1.024) / 1.024;
        atMillis += rr;
        list.add(rr);
      }
    }
    return Intervals.of("made", list, Optional.empty())
        .startedAt(Optional.of(STARTED.plusSeconds(3600 * seed)));
  }
}
