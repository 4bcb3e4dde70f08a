package app.downshift.ui.home;

import app.downshift.breath.PaceLimits;
import app.downshift.session.Protocol;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.text.DecimalFormatSymbols;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** How long the three parts last and which pace the pacer goes to. */
final class Lengths extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double PACE_STEP = 0.1;
  private static final int LONGEST_MINUTES = 60;

  private final transient Words words;
  private final transient Runnable changed;
  private final SpinnerNumberModel baseline = minutes(0);
  private final SpinnerNumberModel breathe = minutes(1);
  private final SpinnerNumberModel recover = minutes(2);
  private final SpinnerNumberModel pace =
      new SpinnerNumberModel(
          Protocol.DEFAULT_PACE_PER_MINUTE,
          PaceLimits.OFFERED_FROM_PER_MINUTE,
          PaceLimits.OFFERED_TO_PER_MINUTE,
          PACE_STEP);

  Lengths(Words words, Runnable changed) {
    super(
        new MigLayout("insets 0, gap 8 0, hidemode 3", "[][][]16:32[][][]16:32[][][]16:32[][][]"));
    this.words = words;
    this.changed = changed;
    setOpaque(false);
    part("home.baseline", baseline, "0", "home.unit.minutes");
    part("home.pacing", breathe, "0", "home.unit.minutes");
    part("home.recover", recover, "0", "home.unit.minutes");
    part("home.pace", pace, "0.0", "home.unit.perMinute");
  }

  /** The standard session in the lengths and the pace chosen. */
  Protocol protocol() {
    return Protocol.breathe(pacePerMinute())
        .lasting(List.of(seconds(baseline), seconds(breathe), seconds(recover)));
  }

  /** Takes over another choice. */
  void like(Lengths other) {
    baseline.setValue(other.baseline.getNumber());
    breathe.setValue(other.breathe.getNumber());
    recover.setValue(other.recover.getNumber());
    pace.setValue(other.pace.getNumber());
  }

  double pacePerMinute() {
    return Math.rint(pace.getNumber().doubleValue() * 10) / 10;
  }

  private void part(String name, SpinnerNumberModel model, String pattern, String unit) {
    JSpinner spinner = new JSpinner(model);
    spinner.setFont(Zoom.font(Type.REGULAR.of(14)));
    var editor = new JSpinner.NumberEditor(spinner, pattern);
    editor.getFormat().setDecimalFormatSymbols(DecimalFormatSymbols.getInstance(words.locale()));
    editor.getTextField().setValue(spinner.getValue());
    spinner.setEditor(editor);
    spinner.getAccessibleContext().setAccessibleName(words.text(name));
    var field = editor.getTextField();
    field.setColumns(3);
    field.getAccessibleContext().setAccessibleName(words.text(name) + " " + words.text(unit));
    model.addChangeListener(event -> changed.run());
    Text label = new Text(words.text(name), Type.REGULAR.of(13), Palette::secondary);
    label.setLabelFor(spinner);
    add(label);
    add(spinner, "h " + Type.px(34) + "!");
    add(new Text(words.text(unit), Type.REGULAR.of(13), Palette::secondary));
  }

  private static SpinnerNumberModel minutes(int phase) {
    double planned =
        Protocol.breathe(Protocol.DEFAULT_PACE_PER_MINUTE).phases().get(phase).plannedSeconds();
    return new SpinnerNumberModel((int) Math.round(planned / 60), 1, LONGEST_MINUTES, 1);
  }

  private static Double seconds(SpinnerNumberModel minutes) {
    return minutes.getNumber().doubleValue() * 60;
  }
}
