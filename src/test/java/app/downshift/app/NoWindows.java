package app.downshift.app;

import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Together;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A place without a display. */
final class NoWindows implements AppHost.WindowOpener {
  @Override
  public boolean possible() {
    return false;
  }

  @Override
  public void open(Optional<Followed> shown) {
    throw new IllegalStateException("there is no display");
  }

  @Override
  public void openTogether(Together wanted) {
    throw new IllegalStateException("there is no display");
  }

  @Override
  public void openOn(Callable<Followed> begun) {
    throw new IllegalStateException("there is no display");
  }
}
