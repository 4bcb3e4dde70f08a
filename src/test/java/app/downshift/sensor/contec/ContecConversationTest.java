package app.downshift.sensor.contec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.DeviceTalk;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.Rate;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContecConversationTest {
  private static final String START = "7D 81 A1 80 80 80 80 80 80";
  private static final String STOP = "7D 81 A2 80 80 80 80 80 80";
  private static final String AWAKE = "7D 81 AF 80 80 80 80 80 80";

  @Test
  void sendsTheCommandsOfTheVectors() throws IOException {
    Map<String, Integer> codes =
        Map.of(
            "tx_start", ContecConversation.START,
            "tx_stop", ContecConversation.STOP,
            "tx_keepalive", ContecConversation.STAY_AWAKE,
            "tx_stop_storage", 0xA7,
            "tx_vendor", 0xA9);
    int count = 0;
    for (Block block : Vectors.in("08_contec.txt", "")) {
      if (!block.received()) {
        assertArrayEquals(
            block.bytes(), ContecConversation.command(codes.get(block.id())), block.id());
        count++;
      }
    }
    assertEquals(codes.size(), count);
  }

  @Test
  void startsASilentDeviceKeepsItAwakeAndStopsIt() {
    DeviceTalk talk = talk(List.of()).until(60).wish(new SensorWish.Stop()).until(61);
    assertEquals("0.5 " + START, talk.sent.get(0));
    assertEquals(11, talk.words().stream().filter(AWAKE::equals).count());
    assertEquals(13, talk.sent.size());
    assertEquals("60.0 " + STOP, talk.sent.get(12));
    assertEquals(59.5 * 60, talk.count(Waveform.class), 1);
    assertTrue(talk.count(Beat.class) > 55);
    assertEquals(0, talk.count(Gap.class));
    assertTrue(Canon.of(talk.events).contains("info {notice=stopped}"));
  }

  @Test
  void aDeviceThatSaysItDisconnectsIsStartedAgain() {
    DeviceTalk talk = talk(List.of(new Fault(Fault.Kind.NOTICE, 20))).until(40);
    assertTrue(Canon.of(talk.events).contains("info {notice=disconnecting}"));
    assertEquals(2, talk.words().stream().filter(START::equals).count());
    assertTrue(talk.count(Waveform.class) > 39 * 60);
  }

  @Test
  void aDeviceThatFellSilentIsStartedAgainAfterTwoAndAHalfSeconds() {
    DeviceTalk talk = talk(List.of()).until(20).cut(true).until(40).cut(false).until(60);
    long starts = talk.words().stream().filter(START::equals).count();
    assertTrue(starts > 5 && starts < 10, talk.sent.toString());
    assertTrue(talk.count(Waveform.class) > 38 * 60, "it sends again");
  }

  @Test
  void anOldDeviceIsNeverToldAnything() {
    DeviceTalk talk =
        new DeviceTalk(
            VirtualContec.old(DeviceTalk.heart(), List.of()), new ContecSensor().conversation());
    talk.until(30).wish(new SensorWish.Stop());
    assertEquals(List.of(), talk.sent);
    assertTrue(talk.count(Beat.class) > 25);
  }

  @Test
  void aFingerTakenOutIsContactLostAndNoBeatSpansIt() {
    DeviceTalk talk =
        new DeviceTalk(
                VirtualContec.silentUntilStarted(DeviceTalk.heart("poor"), List.of()),
                new ContecSensor().conversation())
            .until(600);
    List<Contact> contacts =
        talk.events.stream().filter(Contact.class::isInstance).map(Contact.class::cast).toList();
    assertTrue(contacts.stream().filter(contact -> !contact.on()).count() > 3);
    assertTrue(
        talk.events.stream()
            .filter(Beat.class::isInstance)
            .allMatch(beat -> ((Beat) beat).rrMillis() < 2500));
  }

  @Test
  void aRateAbove127IsNotCutToSevenBits() {
    var fast =
        new VirtualHeart(
            HeartProfile.CALM.withMeanBpm(155).withSwingBpm(0), Breathing.steady(6), 1);
    for (VirtualContec device :
        List.of(
            VirtualContec.silentUntilStarted(fast, List.of()),
            VirtualContec.old(fast, List.of()))) {
      DeviceTalk talk = new DeviceTalk(device, new ContecSensor().conversation()).until(30);
      double highest =
          talk.events.stream()
              .filter(Rate.class::isInstance)
              .mapToDouble(rate -> ((Rate) rate).bpm())
              .max()
              .orElseThrow();
      assertEquals(155, highest, 8);
    }
  }

  @Test
  void anOldFrameOfFourBytesIsOneGapAndNoIntervalSpansIt() {
    byte[] good = {(byte) 0x85, 40, 6, 0x48, 0x62};
    byte[] beep = {(byte) 0xC5, 40, 6, 0x48, 0x62};
    byte[] four = {(byte) 0x85, 40, 6, 0x48};
    var bytes = new ByteArrayOutputStream();
    for (byte[] frame : List.of(good, beep, good, four, good, good, beep, good, good, beep, good)) {
      bytes.writeBytes(frame);
    }
    List<String> told = Canon.of(Feed.whole(new ContecSensor().decoder(), bytes.toByteArray()));
    assertEquals(1, told.stream().filter("gap LOST_LINES 0"::equals).count(), told.toString());
    assertEquals(
        List.of("beat 0 50.000"), told.stream().filter(line -> line.startsWith("beat")).toList());
    assertEquals(10, told.stream().filter(line -> line.startsWith("wave")).count());
  }

  private static DeviceTalk talk(List<Fault> faults) {
    return new DeviceTalk(
        VirtualContec.silentUntilStarted(DeviceTalk.heart(), faults),
        new ContecSensor().conversation());
  }
}
