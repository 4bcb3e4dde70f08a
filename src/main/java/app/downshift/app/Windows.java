package app.downshift.app;

import app.downshift.cli.Host.Followed;
import app.downshift.sensor.link.SerialPorts;
import java.util.Optional;

/** Opens the window. */
final class Windows implements AppHost.WindowOpener {
  Windows(AppHost host, Settings settings, SerialPorts ports, Sensors sensors, Threads threads) {}

  @Override
  public boolean possible() {
    return false;
  }

  @Override
  public void open(Optional<Followed> shown) {}
}
