package app.downshift.report;

import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ShippedProtocols;
import app.downshift.session.Wording;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Every word and number of a report, in one language. */
final class Phrases {
  /** What stands where a figure is withheld. */
  static final String ABSENT = "–";

  private static final char MINUS = '\u2212';

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;
  private final ShippedProtocols shipped = new ShippedProtocols();
  private final Map<String, Protocol> known = new HashMap<>();

  Phrases(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    bundle =
        ResourceBundle.getBundle(
            "app.downshift.report.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
  }

  Locale locale() {
    return locale;
  }

  String text(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), locale).format(parts);
  }

  /** A number with so many decimals; {@link #ABSENT} for NaN. */
  String number(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return ABSENT;
    }
    NumberFormat format = format(decimals);
    format.setMinimumFractionDigits(decimals);
    String written = format.format(value);
    return written.equals("-" + format.format(0)) ? format.format(0) : written.replace('-', MINUS);
  }

  /** A difference, with its sign but for nought. */
  String signed(double value, int decimals) {
    String written = number(value, decimals);
    return value > 0 && !written.equals(number(0, decimals)) ? "+" + written : written;
  }

  /** A number with the decimals it needs. */
  String brief(double value, int decimals) {
    return Double.isFinite(value) ? format(decimals).format(value).replace('-', MINUS) : ABSENT;
  }

  /** The day, in full. */
  String day(Instant when) {
    return DateTimeFormatter.ofPattern(text("day.pattern"), locale).format(when.atZone(zone));
  }

  /** The day, for tables. */
  String shortDay(Instant when) {
    return DateTimeFormatter.ofPattern(text("day.short"), locale).format(when.atZone(zone));
  }

  /** Day and time. */
  String moment(Instant when) {
    return DateTimeFormatter.ofPattern(text("moment.pattern"), locale).format(when.atZone(zone));
  }

  /** A length as minutes and seconds. */
  String clock(double seconds) {
    long whole = Math.max(0, Math.round(seconds));
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /** A length in words: "4 minutes", "90 seconds", "4:30 minutes". */
  String length(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return text("length.seconds", whole);
    }
    // A session begins with its first beat and ends with one: some seconds are no part of a plan.
    long minutes = Math.round(whole / 60.0);
    return Math.abs(whole - 60 * minutes) <= Math.max(3, whole / 100)
        ? text("length.minutes", minutes)
        : text("length.clock", clock((double) whole));
  }

  /** What a protocol is called. */
  String title(Protocol protocol) {
    Wording title = protocol.title();
    if (title.isEmpty() && shipped.names().contains(protocol.name())) {
      title = known(protocol.name()).title();
    }
    return title.isEmpty() ? protocol.name() : title.in(locale.getLanguage());
  }

  /** What a phase is called; recordings hold no titles of what ships. */
  String title(Protocol protocol, Phase phase) {
    Wording title = phase.title();
    if (title.isEmpty() && shipped.names().contains(protocol.name())) {
      title =
          known(protocol.name()).phases().stream()
              .filter(each -> each.name().equals(phase.name()))
              .map(Phase::title)
              .findFirst()
              .orElse(title);
    }
    return title.isEmpty() ? phase.name() : title.in(locale.getLanguage());
  }

  private Protocol known(String name) {
    return known.computeIfAbsent(name, shipped::named);
  }

  private NumberFormat format(int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(decimals);
    format.setGroupingUsed(false);
    return format;
  }
}
