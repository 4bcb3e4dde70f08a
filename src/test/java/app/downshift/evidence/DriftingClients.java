package app.downshift.evidence;

import app.downshift.beat.RrSeries;
import app.downshift.evidence.MeanEffect.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Clients who drift from before to after, each with an own spread, log-uniform over 0.12 to 0.40
 * (lnRMSSD) and 1.2 to 5 bpm (heart rate), and whose heart wanders as 1/f inside the rests. What
 * the rules of evidence say of them is counted. {@code main} prints the table.
 */
public final class DriftingClients {
  private static final double PRE_SECONDS = 180;
  private static final double POST_SECONDS = 240;
  private static final double REST_LN_RMSSD = 0.1;

  private final Random random;

  public DriftingClients(long seed) {
    random = new Random(seed);
  }

  /** How many single sessions of {@code clients} without any effect lie outside, as a share. */
  public double outside(int clients, int quietKnown, double lnRmssdEffect, double hrEffect) {
    int outside = 0;
    for (int c = 0; c < clients; c++) {
      Client client = new Client();
      Map<Metric, UsualDrift> usual = new EnumMap<>(Metric.class);
      List<Map<Metric, Difference>> quiet = new ArrayList<>();
      for (int q = 0; q < quietKnown; q++) {
        quiet.add(client.session(0, 0));
      }
      for (Metric metric : Metric.values()) {
        usual.put(
            metric,
            UsualDrift.unknown(metric).learned(quiet.stream().map(s -> s.get(metric)).toList()));
      }
      Map<Metric, Difference> session = client.session(lnRmssdEffect, hrEffect);
      boolean any = false;
      for (Metric metric : Metric.values()) {
        any |= usual.get(metric).outside(metric, session.get(metric)) != 0;
      }
      outside += any ? 1 : 0;
    }
    return (double) outside / clients;
  }

  /** The shares of comparisons that claim something of lnRMSSD, of HR, and of either. */
  public double[] claims(int clients, int sessionsOfEach, double lnRmssdEffect) {
    int[] claims = new int[3];
    for (int c = 0; c < clients; c++) {
      Client client = new Client();
      Map<Metric, List<Change>> breathing = new EnumMap<>(Metric.class);
      Map<Metric, List<Change>> quiet = new EnumMap<>(Metric.class);
      for (Metric metric : Metric.values()) {
        breathing.put(metric, new ArrayList<>());
        quiet.put(metric, new ArrayList<>());
      }
      for (int s = 0; s < sessionsOfEach; s++) {
        add(breathing, client.session(REST_LN_RMSSD + lnRmssdEffect, 0));
        add(quiet, client.session(REST_LN_RMSSD, 0));
      }
      boolean[] claimed = new boolean[2];
      for (Metric metric : Metric.values()) {
        claimed[metric.ordinal()] =
            MeanEffect.of(
                    breathing.get(metric),
                    quiet.get(metric),
                    metric.priorEffect(),
                    metric.priorDrift())
                .claim();
      }
      claims[0] += claimed[Metric.LN_RMSSD.ordinal()] ? 1 : 0;
      claims[1] += claimed[Metric.HR.ordinal()] ? 1 : 0;
      claims[2] += claimed[0] || claimed[1] ? 1 : 0;
    }
    return new double[] {
      (double) claims[0] / clients, (double) claims[1] / clients, (double) claims[2] / clients
    };
  }

  private static void add(Map<Metric, List<Change>> to, Map<Metric, Difference> session) {
    session.forEach(
        (metric, difference) ->
            to.get(metric).add(new Change(difference.value(), difference.se())));
  }

  private final class Client {
    private final double driftLnRmssd = logUniform(0.12, 0.40);
    private final double driftHr = logUniform(1.2, 5);
    private final double hr = 60 + 20 * random.nextDouble();
    private final double swingMillis = 15 + 40 * random.nextDouble();
    private final double breathsPerMinute = 11 + 6 * random.nextDouble();

    Map<Metric, Difference> session(double lnRmssdEffect, double hrEffect) {
      double dayHr = hr + 3 * random.nextGaussian();
      double dayScale = Math.exp(0.2 * random.nextGaussian());
      Segment.Blocks pre = rest(dayHr, dayScale, PRE_SECONDS);
      Segment.Blocks post =
          rest(
              dayHr + hrEffect + driftHr * random.nextGaussian(),
              dayScale * Math.exp(lnRmssdEffect + driftLnRmssd * random.nextGaussian()),
              POST_SECONDS);
      double[] se = BlockBootstrap.standardErrors(pre, post);
      return Map.of(
          Metric.HR, new Difference(rate(pre), rate(post), se[0]),
          Metric.LN_RMSSD, new Difference(lnRmssd(pre), lnRmssd(post), se[1]));
    }

    private Segment.Blocks rest(double bpm, double scale, double seconds) {
      double mean = 60_000 / bpm;
      int n = (int) Math.ceil(seconds * 1000 / mean) + 40;
      double[] wander = pink(n);
      double[] rr = new double[n];
      double at = 0;
      double phase = random.nextDouble();
      int used = 0;
      while (used < n && at < seconds * 1000) {
        phase += mean / 60_000 * breathsPerMinute * (1 + 0.05 * random.nextGaussian());
        rr[used] =
            mean
                + 20 * wander[used]
                + scale
                    * (swingMillis * Math.sin(2 * Math.PI * phase)
                        + 0.3 * swingMillis * random.nextGaussian());
        at += rr[used++];
      }
      return Segment.Blocks.of(RrSeries.ofIntervals(Arrays.copyOf(rr, used)), 0, seconds);
    }
  }

  /** 1/f noise of about unit spread: sums of noises each held twice as long as the one before. */
  private double[] pink(int n) {
    double[] out = new double[n];
    double[] held = new double[8];
    for (int k = 0; k < held.length; k++) {
      held[k] = random.nextGaussian();
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < held.length; k++) {
        if (i % (1 << k) == 0) {
          held[k] = random.nextGaussian();
        }
        out[i] += held[k] / Math.sqrt(held.length);
      }
    }
    return out;
  }

  private double logUniform(double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }

  private static double rate(Segment.Blocks blocks) {
    double rr = 0;
    int n = 0;
    for (int b = 0; b < blocks.count(); b++) {
      rr += blocks.rrMillis()[b];
      n += blocks.intervals()[b];
    }
    return 60_000 * n / rr;
  }

  private static double lnRmssd(Segment.Blocks blocks) {
    double squares = 0;
    int n = 0;
    for (int b = 0; b < blocks.count(); b++) {
      squares += blocks.squares()[b];
      n += blocks.differences()[b];
    }
    return 0.5 * Math.log(squares / n);
  }

  /** Argument: how many clients, 2000 if not given. */
  public static void main(String[] args) {
    int clients = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
    var group = new DriftingClients(7);
    for (int known : new int[] {0, 3, 8, 16}) {
      print(
          "single sessions outside, no effect, %d quiet sessions known: %.1f %%",
          known, 100 * group.outside(clients, known, 0, 0));
    }
    print("RMSSD × 3 seen: %.1f %%", 100 * group.outside(clients, 0, Math.log(3), 0));
    print("−11 bpm seen: %.1f %%", 100 * group.outside(clients, 0, 0, -11));
    for (int each : new int[] {8, 16}) {
      double[] none = group.claims(clients, each, 0);
      double[] some = group.claims(clients, each, Math.log(1.3));
      print(
          "%d + %d: claims without effect lnRMSSD %.1f %%, HR %.1f %%, either %.1f %%; RMSSD × 1.3 claimed %.1f %%",
          each, each, 100 * none[0], 100 * none[1], 100 * none[2], 100 * some[0]);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
