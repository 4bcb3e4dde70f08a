package app.downshift.library;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the time of an answer tells anything of a passphrase: {@code PassphraseTimesMain
 * [ROUNDS]} tries the right one, wrong ones and damaged locks in turn, so that all meet the same
 * machine, and prints medians with quartiles.
 */
public final class PassphraseTimesMain {
  private PassphraseTimesMain() {}

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    var random = new SecureRandom();
    char[] right = "slow breath by the sea".toCharArray();
    RecoveryKey recovery = RecoveryKey.fresh(random);
    String id = new OpaqueNames(random).next();
    Lock lock = Lock.of(id, KeyBytes.fresh(random), right, recovery, Lock.ROUNDS, random);
    byte[] flipped = lock.byPassphrase().clone();
    flipped[20] ^= 1;
    Map<String, Try> tries = new LinkedHashMap<>();
    tries.put("right", () -> lock.open(right, random));
    tries.put("wrong in its last letter", open(lock, "slow breath by the seb", random));
    tries.put("wrong from the first letter", open(lock, "zlow breath by the sea", random));
    tries.put("empty", open(lock, "", random));
    tries.put("of 4000 letters", open(lock, "sea ".repeat(1000), random));
    tries.put("right, lock with a flipped bit", forged(lock, flipped, right, random));
    tries.put("right, lock cut off", forged(lock, new byte[3], right, random));
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) { // the first one is for the JIT
      for (Map.Entry<String, Try> each : tries.entrySet()) {
        long from = System.nanoTime();
        String words = words(each.getValue());
        double took = (System.nanoTime() - from) / 1e6;
        if (round >= 0) {
          millis
              .computeIfAbsent(each.getKey() + " -> " + words, key -> new ArrayList<>())
              .add(took);
        }
      }
    }
    millis.forEach(
        (what, all) -> {
          double[] sorted = all.stream().mapToDouble(each -> each).sorted().toArray();
          System.out.printf(
              "%8.1f ms (%.1f to %.1f)  %s%n",
              sorted[sorted.length / 2],
              sorted[sorted.length / 4],
              sorted[3 * sorted.length / 4],
              what);
        });
    Arrays.fill(right, '\0');
  }

  private interface Try {
    KeyBytes open() throws LibraryUnavailable;
  }

  private static Try open(Lock lock, String typed, SecureRandom random) {
    return () -> lock.open(typed.toCharArray(), random);
  }

  private static Try forged(Lock lock, byte[] wrapped, char[] typed, SecureRandom random) {
    var other = new Lock(lock.library(), lock.rounds(), lock.salt(), wrapped, lock.byRecoveryKey());
    return () -> other.open(typed, random);
  }

  private static String words(Try what) {
    try {
      what.open();
      return "opens";
    } catch (LibraryUnavailable refused) {
      return refused.getMessage();
    }
  }
}
