package app.downshift.breath.resonance;

import app.downshift.hrv.PacedStretch;
import java.util.ArrayList;
import java.util.List;

/**
 * When a search paced at which rate. Times are ms of the same clock as the beats. Rests are not in
 * it, nor is what a pause interrupted: whatever is not asked for is not scored.
 */
public sealed interface PaceSchedule {

  /** What is scored, in order of time. */
  List<Stretch> stretches();

  /** The slowest rate asked for. */
  default double slowestPerMinute() {
    return stretches().stream().mapToDouble(Stretch::perMinute).min().orElse(Double.NaN);
  }

  /** The fastest rate asked for. */
  default double fastestPerMinute() {
    return stretches().stream().mapToDouble(Stretch::perMinute).max().orElse(Double.NaN);
  }

  /**
   * Breaths at about one rate.
   *
   * @param perMinute the rate, for a sliding pace that of the middle
   * @param phase breaths over time, of this stretch alone
   */
  record Stretch(double perMinute, double fromMillis, double toMillis, PacedStretch.Phase phase) {}

  /**
   * Some rates, each for a while; the same rate may come more than once (rounds, a pause).
   *
   * @param discardMillis at the start of every step, in which the heart settles
   */
  record Stepped(List<Step> steps, double discardMillis) implements PaceSchedule {
    /** Half a minute. */
    public static final double USUAL_DISCARD_MILLIS = 30_000;

    public Stepped {
      steps = List.copyOf(steps);
    }

    /** The usual half minute is discarded. */
    public Stepped(List<Step> steps) {
      this(steps, USUAL_DISCARD_MILLIS);
    }

    /** The same up to a moment: what can be said of a search under way. */
    public Stepped until(double millis) {
      return new Stepped(
          steps.stream()
              .filter(step -> step.fromMillis < millis)
              .map(
                  step ->
                      new Step(
                          step.perMinute,
                          step.fromMillis,
                          Math.min(step.toMillis, millis),
                          step.cyclesAtStart))
              .toList(),
          discardMillis);
    }

    @Override
    public List<Stretch> stretches() {
      return steps.stream()
          .filter(step -> step.toMillis - step.fromMillis > discardMillis + step.breathMillis())
          .map(
              step ->
                  new Stretch(
                      step.perMinute,
                      step.fromMillis + discardMillis,
                      step.toMillis,
                      step::cyclesAt))
          .toList();
    }
  }

  /**
   * One rate for a while.
   *
   * @param cyclesAtStart phase of the pacer at {@code fromMillis}, in breaths
   */
  record Step(double perMinute, double fromMillis, double toMillis, double cyclesAtStart) {
    double breathMillis() {
      return 60_000 / perMinute;
    }

    double cyclesAt(double millis) {
      return cyclesAtStart + (millis - fromMillis) / breathMillis();
    }
  }

  /**
   * A rate that changes a little from breath to breath; scored in groups of six, the last with the
   * rest.
   */
  record Sliding(List<PacedBreath> breaths) implements PaceSchedule {
    /** So many breaths stand together: enough to tell the breath from wandering beside it. */
    static final int GROUP = 6;

    private static final double SAME_MILLIS = 1;

    public Sliding {
      breaths = List.copyOf(breaths);
    }

    /**
     * The usual slide: each breath so much longer than the one before.
     *
     * @param lengthenMillis 67.04 from 6.75 a minute over 78 breaths ends near 4.25 (Fisher and
     *     Lehrer 2022)
     */
    public static Sliding lengthening(
        double fromMillis, int breaths, double firstPerMinute, double lengthenMillis) {
      List<PacedBreath> all = new ArrayList<>();
      double at = fromMillis;
      double length = 60_000 / firstPerMinute;
      for (int i = 0; i < breaths; i++) {
        all.add(new PacedBreath(at, at + length));
        at += length;
        length += lengthenMillis;
      }
      return new Sliding(all);
    }

    /** The breaths that were over at a moment. */
    public Sliding until(double millis) {
      return new Sliding(breaths.stream().filter(each -> each.toMillis <= millis).toList());
    }

    @Override
    public List<Stretch> stretches() {
      List<Stretch> all = new ArrayList<>();
      int from = 0;
      while (from < breaths.size()) {
        int to = from + 1;
        while (to < breaths.size()
            && Math.abs(breaths.get(to).fromMillis - breaths.get(to - 1).toMillis) <= SAME_MILLIS) {
          to++;
        }
        int groups = (to - from) / GROUP;
        for (int group = 0; group < groups; group++) {
          int end = group == groups - 1 ? to : from + GROUP * (group + 1);
          all.add(stretch(breaths.subList(from + GROUP * group, end)));
        }
        from = to;
      }
      return all;
    }

    private static Stretch stretch(List<PacedBreath> group) {
      double from = group.get(0).fromMillis;
      double to = group.get(group.size() - 1).toMillis;
      return new Stretch(
          60_000 * group.size() / (to - from), from, to, millis -> cyclesAt(group, millis));
    }

    private static double cyclesAt(List<PacedBreath> group, double millis) {
      int i = 0;
      while (i < group.size() - 1 && millis >= group.get(i).toMillis) {
        i++;
      }
      PacedBreath breath = group.get(i);
      return i + (millis - breath.fromMillis) / (breath.toMillis - breath.fromMillis);
    }
  }

  /** One breath of the pacer, from inhale to inhale. */
  record PacedBreath(double fromMillis, double toMillis) {}
}
