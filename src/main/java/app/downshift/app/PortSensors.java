package app.downshift.app;

import app.downshift.cli.Host.Wanted;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.link.PortUnavailable;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;

/** The sensors behind ports that are named, and what is remembered of them. */
final class PortSensors {
  private final Sensors sensors;
  private final Settings settings;
  private final BooleanSupplier sealed;

  /**
   * @param sealed whether the records have a passphrase: then nobody is named in the settings
   */
  PortSensors(Sensors sensors, Settings settings, BooleanSupplier sealed) {
    this.sensors = sensors;
    this.settings = settings;
    this.sealed = sealed;
  }

  /** The sensor behind a port, named or heard. */
  Sensors.Opened opened(Wanted wanted, SessionClock clock) throws PortUnavailable {
    String port = wanted.port().orElseThrow();
    Optional<Recognition> heard =
        wanted.sensor().isPresent() ? Optional.empty() : Optional.of(recognised(port));
    SensorType type =
        heard
            .map(Recognition::type)
            .orElseGet(() -> SensorCatalogue.named(wanted.sensor().orElseThrow()).orElseThrow());
    LineSettings line = heard.map(Recognition::line).orElse(type.line());
    Sensors.Opened sensor =
        sensors.open(
            port, type, line, clock.nanoClock(), event -> remember(type, wanted.client(), event));
    sensor
        .reader()
        .wish(
            wanted.strap().isPresent()
                ? new SensorWish.Choose(wanted.strap().get())
                : new SensorWish.Prefer(settings.strap(type.name(), named(wanted.client()))));
    return sensor;
  }

  /** The strap that answered is the one that is looked for next time. */
  void remember(SensorType type, String client, SensorEvent event) {
    if (event instanceof SensorEvent.Found found) {
      Logger.info("In reach: {} {} {} dBm", found.address(), found.name(), found.rssiDbm());
    } else if (type.speaks()
        && event instanceof SensorEvent.Info info
        && info.fields().containsKey("address")) {
      settings.rememberStrap(type.name(), named(client), info.fields().get("address"));
    }
  }

  private String named(String client) {
    return client.isEmpty() || sealed.getAsBoolean() ? "" : client;
  }

  /** Which sensor it is, as far as listening tells; one that has to be spoken to must be named. */
  private Recognition recognised(String port) throws PortUnavailable {
    Recognition heard = listened(port);
    if (heard.type().speaks()) {
      throw new PortUnavailable(
          PortUnavailable.Reason.MUST_BE_NAMED,
          port,
          heard.type().title(),
          "this is " + heard.why() + ", and nothing is said to it unasked",
          "Name it: --sensor " + heard.type().name() + ".");
    }
    return heard;
  }

  private Recognition listened(String port) throws PortUnavailable {
    try {
      return sensors
          .listen(port)
          .orElseThrow(
              () ->
                  new PortUnavailable(
                      PortUnavailable.Reason.NOTHING_KNOWN,
                      port,
                      "nothing that Downshift knows speaks there",
                      "Check the sensor, or name it with --sensor ("
                          + SensorCatalogue.names()
                          + ")."));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable(
          PortUnavailable.Reason.INTERRUPTED, port, "listening was interrupted", "Start again.");
    }
  }
}
