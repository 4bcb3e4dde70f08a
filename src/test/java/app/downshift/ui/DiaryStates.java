package app.downshift.ui;

import app.downshift.evidence.RestingRmssd;
import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Capacity;
import app.downshift.library.CheckIn.Load;
import app.downshift.ui.diary.CheckInScreen;
import app.downshift.ui.diary.DiaryScreen;
import app.downshift.ui.diary.Doing;
import app.downshift.ui.diary.DoingPanel;
import app.downshift.ui.diary.LastTold;
import app.downshift.ui.diary.SampleDiary;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.awt.Graphics;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The check-in, how a client is doing, and the longer view, in every state. */
final class DiaryStates {
  private static final List<String> PARTS =
      List.of("flare", "since", "context", "fear", "taken", "note");

  private DiaryStates() {}

  static Map<String, Supplier<Component>> all() {
    Map<String, Supplier<Component>> all = new LinkedHashMap<>();
    all.put("checkin-empty", () -> checkIn(LastTold.NOTHING));
    all.put("checkin-hinted", () -> checkIn(hints()));
    all.put("checkin-answered", DiaryStates::answered);
    for (String part : PARTS) {
      all.put("checkin-" + part, () -> open(checkIn(hints()), part));
    }
    all.put("doing-months", () -> doing(SampleDiary.months(6).doing()));
    all.put("doing-new", () -> doing(new SampleDiary().doing()));
    all.put("doing-two-days", () -> doing(twoDays().doing()));
    all.put("doing-unrated", () -> doing(unrated().doing()));
    all.put("doing-withheld", () -> doing(withheld().doing()));
    all.put("diary-months", () -> diary(SampleDiary.months(16), 1));
    all.put("diary-month", () -> diary(SampleDiary.months(16), 0));
    all.put("diary-year", () -> diary(SampleDiary.months(52), 3));
    all.put("diary-two-days", () -> diary(twoDays(), 0));
    all.put("diary-new", () -> diary(new SampleDiary(), 0));
    return all;
  }

  static LastTold hints() {
    return LastTold.of(SampleDiary.months(6).records());
  }

  static CheckInScreen checkIn(LastTold last) {
    return new CheckInScreen(
        Rendering.words(),
        new CheckInScreen.Asking("C-017", SampleDiary.TODAY, last),
        told -> {},
        () -> {});
  }

  private static Component answered() {
    CheckInScreen screen = checkIn(hints());
    screen.show(
        CheckIn.of(
            SampleDiary.TODAY,
            Map.of(Load.SITTING, 8, Load.STRESS, 6, Load.LIFTING, 0),
            Map.of(Capacity.MOBILITY, 4, Capacity.RECOVERY, 10)));
    return screen;
  }

  private static Component open(CheckInScreen screen, String part) {
    screen.open(part);
    return screen;
  }

  static Component doing(Doing doing) {
    DoingPanel panel =
        new DoingPanel(
            Rendering.words(),
            doing,
            new DoingPanel.Exits() {
              @Override
              public void checkIn() {}

              @Override
              public void diary() {}
            });
    return new Ground(panel);
  }

  private static Component diary(SampleDiary sample, int range) {
    DiaryScreen screen =
        new DiaryScreen(
            Rendering.words(),
            sample.diary(),
            new DiaryScreen.Exits() {
              @Override
              public void leave() {}

              @Override
              public void checkIn() {}

              @Override
              public void withdraw(String id) {}
            });
    screen.showRange(range);
    return screen;
  }

  private static SampleDiary twoDays() {
    var sample = new SampleDiary();
    sample.tell(
        CheckIn.of(
            SampleDiary.TODAY.minusDays(1),
            Map.of(Load.SITTING, 7, Load.STRESS, 6),
            Map.of(Capacity.STRENGTH, 4)));
    sample.tell(
        CheckIn.of(SampleDiary.TODAY, Map.of(Load.SITTING, 5), Map.of(Capacity.STRENGTH, 5)));
    return sample.session(
        SampleDiary.TODAY,
        OptionalInt.of(6),
        OptionalInt.of(4),
        new RestingRmssd.Known(33, 29, 38),
        false);
  }

  private static SampleDiary unrated() {
    var sample = new SampleDiary();
    for (int week = 0; week < 4; week++) {
      sample.session(
          SampleDiary.TODAY.minusDays(7L * (3 - week)),
          OptionalInt.empty(),
          OptionalInt.empty(),
          new RestingRmssd.Known(30 + week, 26 + week, 35 + week),
          week == 1);
    }
    return sample;
  }

  private static SampleDiary withheld() {
    return twoDays()
        .session(
            SampleDiary.TODAY,
            OptionalInt.of(5),
            OptionalInt.empty(),
            new RestingRmssd.Withheld(RestingRmssd.Why.RHYTHM),
            false);
  }

  /** The panel where it stands on the home screen. */
  private static final class Ground extends JPanel {
    @Serial private static final long serialVersionUID = 1;

    Ground(Component panel) {
      super(
          new MigLayout(
              "insets 16 372 24 24, fill",
              "[grow,fill]",
              "push[%d:406:,fill]".formatted(Zoom.px(330))));
      add(panel, "grow, wmin 0");
    }

    @Override
    protected void paintComponent(Graphics g) {
      g.setColor(Palette.current().background());
      g.fillRect(0, 0, getWidth(), getHeight());
    }
  }
}
