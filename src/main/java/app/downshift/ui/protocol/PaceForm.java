package app.downshift.ui.protocol;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be written of the pace of a phase: its rates, how a breath is divided, its end. */
final class PaceForm {
  private final Words words;
  private final PartEdit edit;
  private final PartFields fields;
  private final Runnable rebuild;

  /**
   * @param rebuild called when a phase has become one with other fields
   */
  PaceForm(Words words, PartEdit edit, PartFields fields, Runnable rebuild) {
    this.words = words;
    this.edit = edit;
    this.fields = fields;
    this.rebuild = rebuild;
  }

  void build(Phase phase, Phase.Paced paced) {
    PacePlan plan = paced.plan();
    if (plan instanceof PacePlan.Steady steady) {
      fields.rate("edit.rate", steady.perMinute(), value -> old -> new PacePlan.Steady(value));
    } else if (plan instanceof PacePlan.Own own) {
      fields.rate(
          "edit.otherwise", own.perMinute(), value -> old -> new PacePlan.Own(value, false));
    } else if (plan instanceof PacePlan.Glide glide) {
      fields.rate(
          "edit.from",
          glide.startPerMinute(),
          value -> old -> new PacePlan.Glide(value, old.targetPerMinute()));
      fields.rate(
          "edit.to",
          glide.targetPerMinute(),
          value -> old -> new PacePlan.Glide(old.startPerMinute(), value));
    } else if (plan instanceof PacePlan.Stepped stepped) {
      steps(stepped);
    } else if (plan instanceof PacePlan.Sliding sliding) {
      fields.number(
          "edit.breaths",
          "edit.limit.breaths",
          sliding.breaths(),
          value -> {
            if (value != Math.rint(value)) {
              throw new IllegalArgumentException("breaths are whole");
            }
            return old ->
                new PacePlan.Sliding(
                    (int) value, slid(old).fromPerMinute(), slid(old).toPerMinute());
          });
      fields.rate(
          "edit.from",
          sliding.fromPerMinute(),
          value ->
              old -> new PacePlan.Sliding(slid(old).breaths(), value, slid(old).toPerMinute()));
      fields.rate(
          "edit.to",
          sliding.toPerMinute(),
          value ->
              old -> new PacePlan.Sliding(slid(old).breaths(), slid(old).fromPerMinute(), value));
    }
    ratio(paced);
    if (!plan.compares()) {
      fields.check(
          "edit.until",
          phase.until() == Phase.Until.IN_STEP_AND_STEADY,
          on -> {
            edit.phase(old -> Kinds.until(old, on), new Object());
            rebuild.run();
          });
      fields.check(
          "edit.adaptive",
          paced.adaptive(),
          on ->
              edit.kind(
                  old ->
                      new Phase.Paced(
                          ((Phase.Paced) old).plan(), ((Phase.Paced) old).pattern(), on),
                  new Object()));
    }
  }

  private static PacePlan.Sliding slid(PacePlan plan) {
    return (PacePlan.Sliding) plan;
  }

  private static PacePlan.Stepped stepped(PacePlan plan) {
    return (PacePlan.Stepped) plan;
  }

  private void steps(PacePlan.Stepped now) {
    String rates =
        now.ratesPerMinute().stream()
            .map(rate -> words.brief(rate, 2))
            .collect(Collectors.joining("; "));
    fields.field(
        "edit.rates",
        rates,
        "edit.limit.rates",
        1,
        text -> {
          List<Double> values = new ArrayList<>();
          for (String part : text.split("[;\\s]+", 0)) {
            Optional<Double> value = PartFields.number(part);
            if (value.isEmpty()) {
              return false;
            }
            values.add(value.get());
          }
          return edit.plan(
              old ->
                  new PacePlan.Stepped(
                      values,
                      stepped(old).stepSeconds(),
                      stepped(old).settlingSeconds(),
                      stepped(old).shuffled(),
                      stepped(old).rounds()),
              "rates");
        });
    fields.length(
        "edit.stepSeconds",
        "edit.limit.stepSeconds",
        now.stepSeconds(),
        seconds ->
            replan(
                old ->
                    new PacePlan.Stepped(
                        old.ratesPerMinute(),
                        seconds,
                        old.settlingSeconds(),
                        old.shuffled(),
                        old.rounds())));
    fields.length(
        "edit.discard",
        "edit.limit.discard",
        now.settlingSeconds(),
        seconds ->
            replan(
                old ->
                    new PacePlan.Stepped(
                        old.ratesPerMinute(),
                        old.stepSeconds(),
                        seconds,
                        old.shuffled(),
                        old.rounds())));
    fields.field(
        "edit.rounds",
        words.count(now.rounds()),
        "edit.limit.rounds",
        1,
        text ->
            PartFields.number(text)
                .filter(value -> value == Math.rint(value))
                .filter(
                    value ->
                        edit.phase(
                            replan(
                                old ->
                                    new PacePlan.Stepped(
                                        old.ratesPerMinute(),
                                        old.stepSeconds(),
                                        old.settlingSeconds(),
                                        old.shuffled(),
                                        value.intValue())),
                            "rounds"))
                .isPresent());
    fields.check(
        "edit.shuffled",
        now.shuffled(),
        on ->
            edit.phase(
                replan(
                    old ->
                        new PacePlan.Stepped(
                            old.ratesPerMinute(),
                            old.stepSeconds(),
                            old.settlingSeconds(),
                            on,
                            old.rounds())),
                new Object()));
  }

  private static Function<Phase, Phase> replan(Function<PacePlan.Stepped, PacePlan> edit) {
    return phase -> {
      Phase.Paced paced = (Phase.Paced) phase.kind();
      return Kinds.with(
          phase,
          new Phase.Paced(edit.apply(stepped(paced.plan())), paced.pattern(), paced.adaptive()));
    };
  }

  private void ratio(Phase.Paced paced) {
    BreathPattern now = paced.pattern();
    String written =
        Stream.of(now.inhale(), now.holdFull(), now.exhale(), now.holdEmpty())
            .filter(part -> now.holds() || part > 0)
            .map(part -> words.brief(10 * part, 3))
            .collect(Collectors.joining(" : "));
    fields.field(
        "edit.ratio",
        written,
        now.holds() ? "edit.limit.holds" : "edit.limit.ratio",
        1,
        text -> {
          List<Double> values = new ArrayList<>();
          for (String part : text.split(":", -1)) {
            PartFields.number(part).ifPresent(values::add);
          }
          int count = text.split(":", -1).length;
          if (values.size() != count || (count != 2 && count != 4)) {
            return false;
          }
          double sum = values.stream().mapToDouble(Double::doubleValue).sum();
          return edit.kind(
              old -> {
                BreathPattern pattern =
                    count == 2
                        ? BreathPattern.ofInhale(values.get(0) / sum)
                        : new BreathPattern(
                            values.get(0) / sum,
                            values.get(1) / sum,
                            values.get(2) / sum,
                            values.get(3) / sum);
                Phase.Paced before = (Phase.Paced) old;
                return new Phase.Paced(before.plan(), pattern, before.adaptive());
              },
              "ratio");
        });
  }
}
