package app.downshift.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.Pacer;
import app.downshift.sound.BreathSound.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeding a device that plays in its own time, on a clock that is moved by hand. */
class BreathSoundTest {
  private static final Pacer FAST = Pacer.steady(0, 0, 15, BreathPattern.LONG_EXHALE);

  private long now = 1_000_000_000;
  private SoundPlan plan = new SoundPlan(Optional.of(FAST), true, 1, now, 0, 1);
  private Optional<Device> device = Optional.of(new Device(441, 0, 1));
  private int opened;
  private final BreathSound sound = new BreathSound(() -> plan, this::open, () -> now);

  private Optional<Speaker> open() {
    opened++;
    return device.map(
        there -> {
          there.begin();
          return there;
        });
  }

  /** Periods in frames, frames before it begins to play, quartz against ours. */
  @ParameterizedTest
  @CsvSource({"64, 0, 1", "441, 0, 1", "1024, 2048, 1", "441, 6000, 1", "512, 1024, 1.0001"})
  void chimesAreHeardWhenThePacerTurns(int period, int beginsAt, double quartz) {
    Device there = new Device(period, beginsAt, quartz);
    device = Optional.of(there);
    run(24);
    List<Double> late = new ArrayList<>();
    for (int breath = 1; breath < 6; breath++) {
      double due = 1 + 4.0 * breath;
      double heard = there.firstBell(due - 0.1, due + 0.1);
      late.add((heard - due) * 1000);
    }
    late.forEach(each -> assertTrue(Math.abs(each) < 30, late.toString()));
    assertEquals(Status.HEARD, sound.status());
  }

  @Test
  void littleIsOnItsWaySoThatItFollowsWhatChanges() {
    run(5);
    Device there = device.orElseThrow();
    assertTrue(there.written - there.played() <= 15 * 441, "frames waiting");
    assertEquals(0, there.dry, "it never ran dry");
  }

  @Test
  void withoutADeviceItSaysSoAndTakesOneThatComesLater() {
    device = Optional.empty();
    run(1);
    assertEquals(Status.NO_DEVICE, sound.status());
    assertEquals(1, opened, "asked once in a few seconds");
    device = Optional.of(new Device(441, 0, 1));
    run(4);
    assertEquals(Status.HEARD, sound.status());
  }

  @Test
  void aDeviceThatGoesIsLetGoAndFoundAgain() {
    run(2);
    Device first = device.orElseThrow();
    first.gone = true;
    device = Optional.empty();
    run(1);
    assertEquals(Status.NO_DEVICE, sound.status());
    assertTrue(first.closed);
    device = Optional.of(new Device(441, 0, 1));
    run(4);
    assertEquals(Status.HEARD, sound.status());
  }

  @Test
  void aDeviceThatStandsStillIsLost() {
    run(2);
    Device first = device.orElseThrow();
    first.stuck = true;
    device = Optional.empty();
    run(6);
    assertEquals(Status.NO_DEVICE, sound.status());
    assertTrue(first.closed);
  }

  @Test
  void silenceFadesOutAndLetsGoOfTheDevice() {
    run(2);
    Device there = device.orElseThrow();
    plan = SoundPlan.SILENT;
    run(1);
    assertEquals(Status.SILENT, sound.status());
    assertFalse(there.closed, "a short pause keeps it");
    run(3);
    assertTrue(there.closed);
    assertTrue(there.largestStep() < 0.05, "no click at the end");
  }

  @Test
  void theThreadEndsWhenItIsClosed() throws InterruptedException {
    var other = new BreathSound(() -> SoundPlan.SILENT, this::open, System::nanoTime);
    Thread thread = new Thread(other, "sound");
    thread.start();
    other.close();
    thread.join(TimeUnit.SECONDS.toMillis(10));
    assertFalse(thread.isAlive());
    assertNotEquals(Status.HEARD, other.status());
  }

  private void run(double seconds) {
    long end = now + (long) (seconds * 1e9);
    while (now < end) {
      now += Math.max(200_000, sound.turn(now));
    }
  }

  /** Plays in periods, at its own quartz, and tells its position in periods only. */
  private final class Device implements Speaker {
    private final int period;
    private final int beginsAt;
    private final double quartz;
    private final float[] heard = new float[60 * 44_100];
    private final double[] heardAt = new double[60 * 44_100];
    private long written;
    private long playing;
    private double playsSince = Double.NaN;
    private long dry;
    private boolean gone;
    private boolean stuck;
    private boolean closed;

    Device(int period, int beginsAt, double quartz) {
      this.period = period;
      this.beginsAt = beginsAt;
      this.quartz = quartz;
    }

    void begin() {
      closed = false;
    }

    /** What has truly been played by now. */
    private long played() {
      if (stuck || Double.isNaN(playsSince)) {
        return playing;
      }
      double due = playing + (now - playsSince) * quartz * 44_100 / 1e9;
      if (due > written) {
        dry += playing > 0 ? 1 : 0;
        playing = written;
        playsSince = Double.NaN;
        return playing;
      }
      return (long) due;
    }

    @Override
    public boolean write(byte[] bytes, int length) {
      if (gone) {
        return false;
      }
      long played = played();
      for (int i = 0; i < length; i += FRAME_BYTES) {
        heard[(int) written] = (short) ((bytes[i] & 0xff) | bytes[i + 1] << 8) / 32768f;
        written++;
      }
      if (Double.isNaN(playsSince) && written - played >= beginsAt) {
        playsSince = now;
      }
      double ahead = Double.isNaN(playsSince) ? Double.NaN : playing;
      for (long frame = written - length / FRAME_BYTES; frame < written; frame++) {
        heardAt[(int) frame] = (frame - ahead) / quartz / 44_100 + playsSince / 1e9;
      }
      return true;
    }

    @Override
    public long playedFrames() {
      return played() / period * period;
    }

    @Override
    public int roomFrames() {
      return 8820;
    }

    @Override
    public void close() {
      closed = true;
    }

    /** When, in seconds of the clock, the first strong step of a bell was heard in between. */
    double firstBell(double from, double to) {
      for (int i = 1; i < written; i++) {
        if (heardAt[i] >= from && heardAt[i] < to && bell(i)) {
          return heardAt[i];
        }
      }
      return Double.NaN;
    }

    /** At the bottom of a breath there is next to nothing else. */
    private boolean bell(int i) {
      return Math.abs(heard[i]) > 0.01;
    }

    double largestStep() {
      double most = 0;
      for (int i = 1; i < written; i++) {
        most = Math.max(most, Math.abs(heard[i] - heard[i - 1]));
      }
      return most;
    }
  }
}
