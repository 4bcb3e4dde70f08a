package app.downshift.ui.home;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes one dropped file. */
final class FileDrop extends TransferHandler {
  @Serial private static final long serialVersionUID = 1;

  private final transient Consumer<Path> open;
  private final transient Runnable tooMany;

  FileDrop(Consumer<Path> open, Runnable tooMany) {
    this.open = open;
    this.tooMany = tooMany;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport support) {
    try {
      Object dropped = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      List<?> files = (List<?>) dropped;
      if (files.size() == 1) {
        open.accept(((File) files.get(0)).toPath());
      } else {
        tooMany.run();
      }
      return files.size() == 1;
    } catch (UnsupportedFlavorException | IOException withdrawn) {
      return false; // the other program took its offer back
    }
  }
}
