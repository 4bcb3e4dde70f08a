package app.downshift.session;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of themselves before, or after, a session. Nothing has to be answered.
 *
 * @param scales 0 (none) to 10 (as much as can be)
 * @param regions where it hurts
 * @param breath where the breath was felt
 */
public record Rating(
    When when, Map<Scale, Integer> scales, Set<Region> regions, Optional<BreathPlace> breath) {

  /** The highest of a scale; the lowest is 0. */
  public static final int MOST = 10;

  public Rating {
    Map<Scale, Integer> copy = new EnumMap<>(Scale.class);
    copy.putAll(scales);
    scales = Collections.unmodifiableMap(copy);
    regions = regions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(regions));
    if (scales.values().stream().anyMatch(value -> value < 0 || value > MOST)) {
      throw new IllegalArgumentException("a rating is 0 to " + MOST);
    }
  }

  /** Of scales alone. */
  public Rating(When when, Map<Scale, Integer> scales) {
    this(when, scales, Set.of(), Optional.empty());
  }

  /** Whether nothing was answered. */
  public boolean declined() {
    return scales.isEmpty() && regions.isEmpty() && breath.isEmpty();
  }

  /** Before or after what the session does. */
  public enum When {
    BEFORE,
    AFTER;

    public String word() {
      return Rating.word(this);
    }
  }

  /** What is rated from 0 to 10. */
  public enum Scale {
    PAIN,
    TENSION,
    STRESS;

    public String word() {
      return Rating.word(this);
    }
  }

  /** All that can be asked. */
  public enum Item {
    PAIN,
    TENSION,
    STRESS,
    REGIONS,
    BREATH;

    public String word() {
      return Rating.word(this);
    }

    /** The scale behind it, if it is one. */
    public Optional<Scale> scale() {
      return switch (this) {
        case PAIN -> Optional.of(Scale.PAIN);
        case TENSION -> Optional.of(Scale.TENSION);
        case STRESS -> Optional.of(Scale.STRESS);
        case REGIONS, BREATH -> Optional.empty();
      };
    }
  }

  /** The body map, from above; sides are those of the person. */
  public enum Region {
    HEAD,
    JAW,
    NECK,
    LEFT_SHOULDER,
    RIGHT_SHOULDER,
    UPPER_BACK,
    CHEST,
    LEFT_ARM,
    RIGHT_ARM,
    LEFT_HAND,
    RIGHT_HAND,
    MIDDLE_BACK,
    BELLY,
    LOWER_BACK,
    PELVIS,
    LEFT_HIP,
    RIGHT_HIP,
    LEFT_LEG,
    RIGHT_LEG,
    LEFT_KNEE,
    RIGHT_KNEE,
    LEFT_FOOT,
    RIGHT_FOOT;

    public String word() {
      return Rating.word(this);
    }
  }

  /** Where the breath went. */
  public enum BreathPlace {
    BELLY,
    CHEST,
    BOTH;

    public String word() {
      return Rating.word(this);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
