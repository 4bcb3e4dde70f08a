package app.downshift.ui.protocol;

import app.downshift.session.Phase;
import app.downshift.session.Wording;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JComboBox;

/** What can be written of a phase: its kind, its words, its length, and what its kind has. */
final class PhaseForm {
  private final Words words;
  private final PartEdit edit;
  private final PartFields fields;
  private final PaceForm pace;
  private final Runnable rebuild;

  /**
   * @param rebuild called when a phase has become one with other fields
   */
  PhaseForm(Words words, PartEdit edit, PartFields fields, Runnable rebuild) {
    this.words = words;
    this.edit = edit;
    this.fields = fields;
    this.rebuild = rebuild;
    pace = new PaceForm(words, edit, fields, rebuild);
  }

  void build(Phase phase) {
    String word = Kinds.word(phase.kind());
    var kinds = new JComboBox<String>();
    Kinds.WORDS.forEach(each -> kinds.addItem(words.text("kind." + each)));
    kinds.setSelectedIndex(Kinds.WORDS.indexOf(word));
    kinds.setFont(Zoom.font(Type.REGULAR.of(13)));
    kinds.getAccessibleContext().setAccessibleName(words.text("edit.kind"));
    kinds.addActionListener(
        event -> {
          String next = Kinds.WORDS.get(kinds.getSelectedIndex());
          if (edit.phase(
              old -> Kinds.turned(old, next, words.text("mark.default")), new Object())) {
            rebuild.run();
            fields.form().getComponent(1).requestFocusInWindow();
          }
        });
    fields.form().add(new Text(words.text("edit.kind"), Type.REGULAR.of(13), Palette::secondary));
    fields.form().add(kinds, "h %d!, wrap".formatted(Type.px(PartFields.ROW)));
    fields.text(
        "edit.phaseTitle",
        phase.title(),
        "edit.limit.optional",
        1,
        text ->
            edit.phase(
                old -> titled(old, fields.wording(old.title(), text), old.instruction()), "title"));
    fields.text(
        "edit.instruction",
        phase.instruction(),
        "edit.limit.sentence",
        3,
        text ->
            edit.phase(
                old -> titled(old, old.title(), fields.wording(old.instruction(), text)),
                "instruction"));
    boolean settles = phase.until() == Phase.Until.IN_STEP_AND_STEADY;
    if (!(phase.kind() instanceof Phase.Paced compared && compared.plan().compares())) {
      fields.length(
          settles ? "edit.atMost" : "edit.seconds",
          settles ? "edit.limit.atMost" : "edit.limit.seconds",
          phase.plannedSeconds(),
          seconds -> old -> old.lasting(seconds));
    }
    if (phase.kind() instanceof Phase.Paced paced) {
      pace.build(phase, paced);
    } else if (phase.kind() instanceof Phase.Stressor stressor) {
      fields.whole(
          "edit.startNumber",
          "edit.limit.startNumber",
          stressor.startNumber(),
          value ->
              old -> new Phase.Stressor(value, stress(old).step(), stress(old).everySeconds()));
      fields.whole(
          "edit.step",
          "edit.limit.step",
          stressor.step(),
          value ->
              old ->
                  new Phase.Stressor(stress(old).startNumber(), value, stress(old).everySeconds()));
      fields.length(
          "edit.anew",
          "edit.limit.anew",
          stressor.everySeconds(),
          seconds ->
              old ->
                  old.doing(
                      new Phase.Stressor(
                          stress(old.kind()).startNumber(), stress(old.kind()).step(), seconds)));
    } else if (phase.kind() instanceof Phase.Movement movement) {
      fields.whole(
          "edit.sets",
          "edit.limit.sets",
          movement.sets(),
          value -> old -> new Phase.Movement(value));
    } else if (phase.kind() instanceof Phase.HandsOn hands) {
      markers(hands);
    }
  }

  private static Phase.Stressor stress(Phase.Kind kind) {
    return (Phase.Stressor) kind;
  }

  private void markers(Phase.HandsOn hands) {
    String written =
        hands.markers().stream()
            .map(marker -> marker.in(words.language()))
            .collect(Collectors.joining("\n"));
    fields.field(
        "edit.markers",
        written,
        "edit.limit.markers",
        6,
        text ->
            edit.kind(
                old -> {
                  List<Wording> before = ((Phase.HandsOn) old).markers();
                  List<String> lines =
                      text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
                  List<Wording> next = new ArrayList<>();
                  for (int i = 0; i < lines.size(); i++) {
                    next.add(
                        fields.wording(
                            i < before.size() ? before.get(i) : Wording.NONE, lines.get(i)));
                  }
                  return new Phase.HandsOn(next);
                },
                "markers"));
  }

  private static Phase titled(Phase phase, Wording title, Wording instruction) {
    return new Phase(
        phase.name(), phase.plannedSeconds(), phase.kind(), title, instruction, phase.until());
  }
}
