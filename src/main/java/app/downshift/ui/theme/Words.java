package app.downshift.ui.theme;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every word and number a person reads. Words come from {@code messages*.properties}; numbers are
 * written as the locale writes them, with a true minus sign. EDT and charts thread: immutable but
 * for the bundle's own cache.
 */
public final class Words {
  /** What stands where a figure is withheld. */
  public static final String ABSENT = "–";

  private static final char MINUS = '\u2212';

  /** English on a German machine is English: the machine's own language is no second choice. */
  private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

  private final Locale locale;
  private final ResourceBundle bundle;

  public Words(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("app.downshift.ui.messages", locale, NO_OTHER_LANGUAGE);
  }

  /** The words under {@code key}, with {@code parts} set into their places. */
  public String text(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), locale).format(parts);
  }

  /** The language and the way of writing numbers. */
  public Locale locale() {
    return locale;
  }

  /** Whether there are words under {@code key}. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The language of all of it, as two letters. */
  public String language() {
    return locale.getLanguage();
  }

  /** A number with a fixed count of decimals; {@link #ABSENT} for NaN. */
  public String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return ABSENT;
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    String written = format.format(value);
    return isNegativeZero(value, decimals) ? format.format(0) : written.replace('-', MINUS);
  }

  /** How many there are. */
  public String count(long howMany) {
    return NumberFormat.getIntegerInstance(locale).format(howMany);
  }

  /** A difference: always with its sign, but for nought. */
  public String signed(double value, int decimals) {
    String written = number(value, decimals);
    return value > 0 && !written.equals(number(0, decimals)) ? "+" + written : written;
  }

  /** A number with the decimals it needs, at most {@code decimals}. */
  public String brief(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(decimals);
    return Double.isNaN(value) ? ABSENT : format.format(value).replace('-', MINUS);
  }

  /** A day and a time of day. */
  public String moment(LocalDateTime when) {
    return DateTimeFormatter.ofPattern(text("moment.pattern"), locale).format(when);
  }

  /** A length of time as minutes and seconds; never negative. */
  public String clock(double seconds) {
    long whole = Math.max(0, (long) Math.ceil(seconds - 1e-6));
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  private static boolean isNegativeZero(double value, int decimals) {
    return value < 0 && Math.round(value * Math.pow(10, decimals)) == 0;
  }
}
