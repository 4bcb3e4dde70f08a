package app.downshift.ui.records;

import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;

/** Asks a person for a folder. */
@FunctionalInterface
public interface PlaceChooser {
  /** Empty when nobody chose one. */
  Optional<Path> folder(Component above, String title);

  /** The dialog of the windows. */
  static PlaceChooser dialog() {
    return (above, title) -> {
      Look.everyScript();
      JFileChooser chooser = new JFileChooser();
      chooser.setDialogTitle(title);
      chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
      return chooser.showDialog(above, title) == JFileChooser.APPROVE_OPTION
          ? Optional.of(chooser.getSelectedFile().toPath())
          : Optional.empty();
    };
  }
}
