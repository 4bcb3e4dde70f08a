package app.downshift.ui;

import app.downshift.ui.Desk.Preferences;
import app.downshift.ui.home.SensorPanel;
import app.downshift.ui.home.WhyPanel;
import app.downshift.ui.records.PlaceChooser;
import app.downshift.ui.records.SafeCard;
import app.downshift.ui.therapist.TherapistCard;
import app.downshift.ui.therapist.TherapistSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The small cards that can be laid over any room, and how one leads to another. EDT only. */
final class SmallCards {
  private final Desk desk;
  private final House house;
  private final Overlay overlay;
  private final Supplier<Optional<Room>> room;
  private final Consumer<Preferences> preferred;
  private final Runnable together;

  /**
   * @param room the one that is shown
   * @param preferred given how things shall look from now on
   * @param together called for a session of several people
   */
  SmallCards(
      Desk desk,
      House house,
      Overlay overlay,
      Supplier<Optional<Room>> room,
      Consumer<Preferences> preferred,
      Runnable together) {
    this.desk = desk;
    this.house = house;
    this.overlay = overlay;
    this.room = room;
    this.preferred = preferred;
    this.together = together;
  }

  /** Opens the settings, or closes them. */
  void turnSettings() {
    if (overlay.card().orElse(null) instanceof SettingsPanel) {
      house.putAway();
    } else if (!house.covered()) {
      house.lay(
          words ->
              new SettingsPanel(
                  words,
                  desk.preferences(),
                  desk,
                  preferred,
                  this::chooseForTwo,
                  this::keepSafe,
                  house::putAway,
                  this::explain));
    }
  }

  /** Tells what all this is for. */
  void tellWhy() {
    if (!house.covered()) {
      explain();
    }
  }

  private void explain() {
    List<String> missing = room.get().map(Room::missing).orElse(List.of());
    house.lay(words -> new WhyPanel(words, missing, house::putAway));
  }

  /** Asks a person which sensor is spoken to. */
  void askForSensor() {
    if (!house.covered()) {
      house.lay(words -> new SensorPanel(desk, words, this::sensorIsSettled));
    }
  }

  /** What comes next is a session, and not the same question once more. */
  private void sensorIsSettled() {
    overlay.drop();
    room.get().ifPresent(Room::takeFocus);
  }

  /** The passphrase and the backups, in the place of the settings. */
  private void keepSafe() {
    house.lay(words -> new SafeCard(desk.records(), words, PlaceChooser.dialog(), house::putAway));
  }

  /** What a therapist chooses, in the place of the settings. */
  private void chooseForTwo() {
    house.lay(words -> new TherapistCard(words, desk.therapist(), this::keep, together));
  }

  private void keep(TherapistSettings next) {
    boolean changed = !next.equals(desk.therapist());
    house.putAway();
    if (changed) {
      desk.keep(next);
      if (room.get().orElse(null) instanceof SessionRoom session) {
        session.settingsChanged();
      }
    }
  }
}
