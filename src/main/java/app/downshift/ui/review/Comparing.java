package app.downshift.ui.review;

import app.downshift.ui.Desk;
import app.downshift.ui.Recording;
import app.downshift.ui.home.RecordingName;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** Choosing the recording that shall lie beside the one that is looked at. EDT only. */
final class Comparing {
  private static final int OFFERED = 8;

  private final Desk desk;
  private final Words words;
  private final Judging known;

  Comparing(Desk desk, Words words, Judging known) {
    this.desk = desk;
    this.words = words;
    this.known = known;
  }

  /** Offers the recordings of late below a button, and a way to all others. */
  void offer(Component below) {
    var unused = // without a list there is still the file dialog
        desk.comparable(known.path(), OFFERED)
            .thenAccept(files -> Edt.soon(() -> show(files, below)));
  }

  private void show(List<Recording> files, Component below) {
    JPopupMenu menu = new JPopupMenu();
    for (Recording each : files) {
      if (!each.equals(known.path())) {
        item(menu, RecordingName.of(each).words(words), () -> known.compareWith(each));
      }
    }
    item(menu, words.text("home.open"), () -> askForFile(below));
    menu.show(below, 0, below.getHeight());
  }

  private static void item(JPopupMenu menu, String says, Runnable action) {
    JMenuItem item = new JMenuItem(says);
    item.setFont(Zoom.font(Type.REGULAR.of(13)));
    item.addActionListener(event -> action.run());
    menu.add(item);
  }

  private void askForFile(Component over) {
    Look.everyScript();
    JFileChooser chooser = new JFileChooser(desk.recordings().toFile());
    chooser.setDialogTitle(words.text("review.compare"));
    if (chooser.showOpenDialog(over) == JFileChooser.APPROVE_OPTION) {
      known.compareWith(new Recording.File(chooser.getSelectedFile().toPath()));
    }
  }
}
