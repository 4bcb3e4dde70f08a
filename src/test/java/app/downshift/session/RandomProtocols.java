package app.downshift.session;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Protocols of every kind, by chance, inside the limits. */
final class RandomProtocols {
  private RandomProtocols() {}

  static Protocol next(Random random) {
    List<Phase> phases = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      phases.add(phase(random, "phase-" + i));
    }
    return new Protocol(
        "random-" + random.nextInt(100),
        wording(random),
        wording(random),
        new Asking(items(random), items(random)),
        phases);
  }

  private static Phase phase(Random random, String name) {
    Phase.Kind kind = kind(random);
    double seconds = 60 + random.nextInt(600);
    var until = Phase.Until.TIME_IS_UP;
    if (kind instanceof Phase.Paced paced) {
      if (paced.plan() instanceof PacePlan.Stepped stepped) {
        seconds = stepped.seconds();
      } else if (paced.plan() instanceof PacePlan.Sliding sliding) {
        seconds = sliding.seconds();
      } else if (random.nextInt(4) == 0) {
        until = Phase.Until.IN_STEP_AND_STEADY;
      }
    }
    return new Phase(name, seconds, kind, wording(random), wording(random), until);
  }

  private static Phase.Kind kind(Random random) {
    return switch (random.nextInt(11)) {
      case 0 -> new Phase.OwnPace();
      case 1 -> new Phase.Free();
      case 2 -> new Phase.Coaching();
      case 3 ->
          new Phase.Stressor(
              300 + random.nextInt(9000), 2 + random.nextInt(98), 10 + random.nextInt(500));
      case 4 -> new Phase.Movement(1 + random.nextInt(20));
      case 5 -> new Phase.HandsOn(List.of(Wording.of("neck"), Wording.of("lower \"back\"")));
      case 6 -> paced(new PacePlan.Steady(rate(random)), random);
      case 7 -> paced(new PacePlan.Own(rate(random), false), random);
      case 8 -> paced(new PacePlan.Glide(rate(random), rate(random)), random);
      case 9 ->
          new Phase.Paced(
              new PacePlan.Stepped(
                  List.of(6.5, 6.0, 5 + random.nextDouble()),
                  60 + random.nextInt(60),
                  random.nextInt(40),
                  random.nextBoolean(),
                  1 + random.nextInt(2)),
              pattern(random));
      default ->
          new Phase.Paced(
              new PacePlan.Sliding(
                  60 + random.nextInt(40), 6 + random.nextDouble(), 4 + random.nextDouble()),
              pattern(random));
    };
  }

  private static Phase.Paced paced(PacePlan plan, Random random) {
    return new Phase.Paced(plan, pattern(random), random.nextInt(5) == 0);
  }

  static BreathPattern pattern(Random random) {
    if (random.nextInt(4) == 0) {
      return BreathPattern.BOX;
    }
    return BreathPattern.ofInhale(
        random.nextBoolean() ? (2 + random.nextInt(7)) / 10.0 : 0.2 + 0.6 * random.nextDouble());
  }

  private static double rate(Random random) {
    return 4 + 11 * random.nextDouble();
  }

  private static Wording wording(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Wording.NONE;
      case 1 -> Wording.of("softly, \"not\" deeply – ü ☺");
      default -> new Wording(new TreeMap<>(Map.of("en", "softly", "de", "sanft")));
    };
  }

  private static Set<Rating.Item> items(Random random) {
    Set<Rating.Item> items = EnumSet.noneOf(Rating.Item.class);
    for (Rating.Item item : Rating.Item.values()) {
      if (random.nextBoolean()) {
        items.add(item);
      }
    }
    return items;
  }
}
