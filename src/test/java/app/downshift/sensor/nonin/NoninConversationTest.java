package app.downshift.sensor.nonin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.DeviceTalk;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rate;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.nonin.NoninRecords.Format;
import app.downshift.sensor.virtual.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoninConversationTest {

  @Test
  void asksForFormatsAsTheVectorsDo() throws IOException {
    Map<String, byte[]> questions =
        Map.of(
            "tx_select_df7", NoninConversation.select(7),
            "tx_select_df8", NoninConversation.select(8),
            "tx_select_df13", NoninConversation.select(13),
            "tx_3150_df8", NoninConversation.select3150(8, 1));
    int count = 0;
    for (Block block : Vectors.in("07_nonin.txt", "tx_set_time")) {
      if (!block.received()) {
        assertArrayEquals(block.bytes(), questions.get(block.id()), block.id());
        count++;
      }
    }
    assertEquals(questions.size(), count);
  }

  @Test
  void aDeviceThatSendsWavesIsToldNothing() {
    for (Format format : List.of(Format.DF2, Format.DF7)) {
      DeviceTalk talk = talk(format, false, List.of()).until(60);
      assertEquals(List.of(), talk.sent, format.toString());
      assertEquals(60 * 75, talk.count(Waveform.class), 2);
      assertTrue(talk.count(Beat.class) > 55, format.toString());
      assertEquals(0, talk.count(Gap.class));
    }
  }

  @Test
  void aDeviceWithRatesAloneIsAskedForWavesAndAgrees() {
    DeviceTalk talk = talk(Format.DF8, false, List.of()).until(30);
    assertEquals(List.of("02 70 02 02 07 03"), talk.words());
    assertTrue(talk.count(Beat.class) > 20);
    assertTrue(talk.count(Rate.class) > 0);
  }

  @Test
  void aWristDeviceThatRefusesIsAskedInItsOwnForm() {
    DeviceTalk talk = talk(Format.DF13, true, List.of()).until(30);
    assertEquals(List.of("02 70 02 02 07 03", "02 70 04 02 07 01 7E 03"), talk.words());
    assertTrue(talk.count(Beat.class) > 20);
  }

  @Test
  void whatAnswersNothingIsAskedTwiceAndThenLeftAloneAndSaidSo() {
    DeviceTalk talk = talk(Format.DF13, false, List.of()).cut(true).until(60);
    assertEquals(2, talk.sent.size());
    assertEquals("refused", ((Info) talk.events.get(0)).fields().get(Info.STATE));
    assertEquals(1, talk.events.size());
  }

  @Test
  void aFingerOutIsContactLostAtOnceThoughTheDeviceHoldsItsRate() {
    DeviceTalk talk =
        new DeviceTalk(
                new VirtualNonin(DeviceTalk.heart("poor"), List.of(), Format.DF2, false),
                new NoninSensor().conversation())
            .until(600);
    boolean on = true;
    int lost = 0;
    for (SensorEvent event : talk.events) {
      if (event instanceof Contact contact) {
        on = contact.on();
        lost += on ? 0 : 1;
      }
      assertTrue(on || !(event instanceof Rate), "a held rate was told");
    }
    assertTrue(lost > 3);
  }

  @Test
  void lostBytesAndLostFramesAreOneGapEachAndNoFalseIntervalIsTold() {
    for (Format format : List.of(Format.DF2, Format.DF7)) {
      List<Fault> faults =
          List.of(
              new Fault(Fault.Kind.LOST_BYTE, 20.1),
              new Fault(Fault.Kind.LOST_LINE, 40.1),
              new Fault(Fault.Kind.BAD_CHECKSUM, 60.1));
      DeviceTalk talk = talk(format, false, faults).until(90);
      DeviceTalk whole = talk(format, false, List.of()).until(90);
      assertEquals(3, talk.count(Gap.class), format.toString());
      List<Double> truth = beats(whole);
      List<Double> told = beats(talk);
      assertTrue(truth.size() - told.size() <= 9, truth.size() + " " + told.size());
      int at = 0;
      for (double rr : told) {
        while (truth.get(at) != rr) {
          at++;
        }
        at++;
      }
    }
  }

  @Test
  void outOfTrackNoIntervalIsToldAndAGapIs() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 300; i++) {
      boolean perfused = i % 60 >= 10 && i % 60 < 22;
      int status = 0x80 | (i % 25 == 0 ? 1 : 0) | (perfused ? 2 : 0);
      status |= i > 100 && i < 140 ? NoninStream.OUT_OF_TRACK : 0;
      bytes.writeBytes(new byte[] {1, (byte) status, 50, 0, (byte) (1 + status + 50)});
    }
    List<String> told =
        Canon.of(Feed.whole(new NoninSensor().decoder(), bytes.toByteArray())).stream()
            .filter(line -> line.startsWith("beat") || line.startsWith("gap"))
            .toList();
    assertEquals(List.of("beat 0 800.000", "gap LOST_BEATS 0", "beat 0 800.000"), told);
  }

  private static List<Double> beats(DeviceTalk talk) {
    return talk.events.stream()
        .filter(Beat.class::isInstance)
        .map(beat -> ((Beat) beat).rrMillis())
        .toList();
  }

  private static DeviceTalk talk(Format format, boolean wrist, List<Fault> faults) {
    return new DeviceTalk(
        new VirtualNonin(DeviceTalk.heart(), faults, format, wrist),
        new NoninSensor().conversation());
  }
}
