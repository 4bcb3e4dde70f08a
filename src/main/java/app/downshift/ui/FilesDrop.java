package app.downshift.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.io.File;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.TransferHandler;
import javax.swing.plaf.UIResource;

/** Takes files and folders that are dropped on the window. */
final class FilesDrop extends TransferHandler {
  @Serial private static final long serialVersionUID = 1;

  private final transient BooleanSupplier free;
  private final transient Consumer<List<Path>> open;

  /**
   * @param free whether the room may be left for them: no session is under way
   */
  FilesDrop(BooleanSupplier free, Consumer<List<Path>> open) {
    this.free = free;
    this.open = open;
  }

  /** Takes what is dropped on this place and on whatever is put into it. */
  void on(JComponent place) {
    place.setTransferHandler(this);
    place.addContainerListener(
        new ContainerAdapter() {
          @Override
          public void componentAdded(ContainerEvent event) {
            reach(event.getChild());
          }
        });
  }

  /** Lists would keep for themselves what is dropped on them, and refuse it. */
  private void reach(Component part) {
    if (part instanceof JList<?> list && list.getTransferHandler() instanceof UIResource) {
      list.setTransferHandler(this);
    }
    if (part instanceof Container parts) {
      for (Component each : parts.getComponents()) {
        reach(each);
      }
    }
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return free.getAsBoolean() && support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport support) {
    if (!canImport(support)) {
      return false;
    }
    try {
      Object dropped = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      List<Path> words = ((List<?>) dropped).stream().map(file -> ((File) file).toPath()).toList();
      if (!words.isEmpty()) {
        open.accept(words);
      }
      return !words.isEmpty();
    } catch (UnsupportedFlavorException | IOException withdrawn) {
      return false; // the other program took its offer back
    }
  }
}
