package app.downshift.breath;

import java.util.Random;

/**
 * Chance that comes out of a seed: the same on every machine, and unlike for seeds side by side.
 */
public final class Chance {
  private Chance() {}

  /** What is drawn for one part of a session with a seed. */
  public static Random of(long seed, long part) {
    long mixed = seed + 0x9E3779B97F4A7C15L * (part + 1); // SplitMix64: Steele, Lea, Flood 2014
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return new Random(mixed ^ (mixed >>> 31));
  }
}
