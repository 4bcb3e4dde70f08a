package app.downshift.app;

import app.downshift.ui.Desk.Language;
import app.downshift.ui.Desk.PacerForm;
import app.downshift.ui.Desk.Preferences;
import app.downshift.ui.Sounding.Loudness;
import app.downshift.ui.Sounding.Sound;
import app.downshift.ui.therapist.TherapistSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.tinylog.Logger;

/**
 * The few things Downshift remembers between starts. Losing them costs a question, never a
 * recording.
 */
final class Settings {
  private static final String CAUTION = "caution.accepted";
  private static final String LOOK = "look";
  private static final String REDUCED_MOTION = "motion.reduced";
  private static final String LARGE_TYPE = "type.large";
  private static final String LANGUAGE = "language";
  private static final String PACER = "pacer";
  private static final String SOUND = "sound";
  private static final String LOUDNESS = "sound.loudness";
  private static final String STRAP = "strap.";
  private static final String SPOKEN_TO = "spoken-to";
  private static final String THERAPIST_VIEW = "therapist.view";
  private static final String CLIENT_WINDOW = "client.window";
  private static final String CLIENT_NUMBERS = "client.numbers";
  private static final String MARKER = "marker.";
  private static final String BACKUP_PLACE = "backup.place";
  private static final String BACKED_UP_AT = "backup.place.";

  private final Path file;
  private final Properties values = new Properties();

  Settings(Path file) {
    this.file = file;
    if (Files.isReadable(file)) {
      try (var in = Files.newBufferedReader(file)) {
        values.load(in);
      } catch (IOException | IllegalArgumentException broken) {
        Logger.warn(broken, "Reading {}", file);
      }
    }
  }

  synchronized boolean cautionAccepted() {
    return Boolean.parseBoolean(values.getProperty(CAUTION));
  }

  synchronized Preferences preferences() {
    return new Preferences(
        "light".equals(values.getProperty(LOOK)),
        Boolean.parseBoolean(values.getProperty(LARGE_TYPE)),
        Boolean.parseBoolean(values.getProperty(REDUCED_MOTION)),
        form(values.getProperty(PACER, "")),
        Language.of(
            Locale.forLanguageTag(
                values.getProperty(LANGUAGE, Locale.getDefault().toLanguageTag()))));
  }

  synchronized void prefer(Preferences preferences) {
    values.setProperty(LOOK, preferences.light() ? "light" : "dark");
    values.setProperty(LARGE_TYPE, String.valueOf(preferences.largeType()));
    values.setProperty(REDUCED_MOTION, String.valueOf(preferences.reducedMotion()));
    values.setProperty(LANGUAGE, preferences.language().locale().toLanguageTag());
    values.setProperty(PACER, preferences.pacer().name().toLowerCase(Locale.ROOT));
    save();
  }

  synchronized Sound sound() {
    return new Sound(
        Boolean.parseBoolean(values.getProperty(SOUND)),
        loudness(values.getProperty(LOUDNESS, "")),
        false);
  }

  synchronized void keep(Sound sound) {
    values.setProperty(SOUND, String.valueOf(sound.on()));
    values.setProperty(LOUDNESS, sound.loudness().name().toLowerCase(Locale.ROOT));
    save();
  }

  synchronized TherapistSettings therapist() {
    return new TherapistSettings(
        Boolean.parseBoolean(values.getProperty(THERAPIST_VIEW)),
        Boolean.parseBoolean(values.getProperty(CLIENT_WINDOW)),
        Boolean.parseBoolean(values.getProperty(CLIENT_NUMBERS)),
        IntStream.rangeClosed(1, TherapistSettings.KEYS)
            .mapToObj(key -> values.getProperty(MARKER + key, ""))
            .toList());
  }

  synchronized void keep(TherapistSettings settings) {
    values.setProperty(THERAPIST_VIEW, String.valueOf(settings.therapistView()));
    values.setProperty(CLIENT_WINDOW, String.valueOf(settings.clientWindow()));
    values.setProperty(CLIENT_NUMBERS, String.valueOf(settings.clientNumbers()));
    for (int key = 1; key <= TherapistSettings.KEYS; key++) {
      String text = settings.markers().get(key - 1);
      if (text.isEmpty()) {
        values.remove(MARKER + key);
      } else {
        values.setProperty(MARKER + key, text);
      }
    }
    save();
  }

  synchronized void acceptCaution() {
    values.setProperty(CAUTION, "true");
    save();
  }

  /** The strap that a client wore last with this kind of sensor; empty if there was none. */
  synchronized String strap(String sensor, String client) {
    return values.getProperty(strapKey(sensor, client), "");
  }

  synchronized void rememberStrap(String sensor, String client, String address) {
    if (!address.equals(values.setProperty(strapKey(sensor, client), address))) {
      save();
    }
  }

  /** The kind of sensor that a person chose last to be spoken to; empty if there was none. */
  synchronized String spokenToLast() {
    return values.getProperty(SPOKEN_TO, "");
  }

  synchronized void rememberSpokenTo(String sensor) {
    if (!sensor.equals(values.setProperty(SPOKEN_TO, sensor))) {
      save();
    }
  }

  /** Who wore which strap last. */
  record WornBy(String sensor, String client, String address) {}

  /** Takes away all straps that name a client, to be kept elsewhere. */
  synchronized List<WornBy> takeStraps() {
    List<WornBy> taken = new ArrayList<>();
    for (String key : values.stringPropertyNames()) {
      int dot = key.indexOf('.', STRAP.length());
      if (key.startsWith(STRAP) && dot > 0) {
        taken.add(
            new WornBy(
                key.substring(STRAP.length(), dot),
                key.substring(dot + 1),
                values.getProperty(key)));
        values.remove(key);
      }
    }
    if (!taken.isEmpty()) {
      save();
    }
    return taken;
  }

  /** Where the records are copied to by themselves; empty until somebody chose a place. */
  synchronized Optional<Path> backupPlace() {
    return path(values.getProperty(BACKUP_PLACE, ""));
  }

  synchronized void backUpTo(Optional<Path> place) {
    place.ifPresentOrElse(
        there -> values.setProperty(BACKUP_PLACE, there.toAbsolutePath().toString()),
        () -> values.remove(BACKUP_PLACE));
    save();
  }

  /** Every place to which the records were copied from here. */
  synchronized List<Path> backupPlaces() {
    return values.stringPropertyNames().stream()
        .filter(key -> key.startsWith(BACKED_UP_AT))
        .sorted()
        .flatMap(key -> path(values.getProperty(key)).stream())
        .toList();
  }

  synchronized void rememberBackupPlace(Path place) {
    Path there = place.toAbsolutePath();
    if (!backupPlaces().contains(there)) {
      int next = 1;
      while (values.containsKey(BACKED_UP_AT + next)) {
        next++;
      }
      values.setProperty(BACKED_UP_AT + next, there.toString());
      save();
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException broken) {
      return Optional.empty();
    }
  }

  private static String strapKey(String sensor, String client) {
    return STRAP + sensor + (client.isEmpty() ? "" : "." + client);
  }

  private static PacerForm form(String word) {
    return Arrays.stream(PacerForm.values())
        .filter(form -> form.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(PacerForm.CIRCLE);
  }

  private static Loudness loudness(String word) {
    return Arrays.stream(Loudness.values())
        .filter(loudness -> loudness.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(Sound.OFF.loudness());
  }

  private void save() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var out = Files.newBufferedWriter(file)) {
        values.store(out, "Downshift");
      }
    } catch (IOException refused) {
      Logger.warn(refused, "Writing {}", file);
    }
  }
}
