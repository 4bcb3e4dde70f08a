package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SensorCatalogueTest {
  @Test
  void findsEverySensorByItsName() {
    for (SensorType type : SensorCatalogue.all()) {
      assertSame(type, SensorCatalogue.named(' ' + type.name().toUpperCase() + ' ').orElseThrow());
    }
  }

  @Test
  void anUnknownNameFindsNothingAndTheNamesAreThereToTell() {
    assertEquals(Optional.empty(), SensorCatalogue.named("toaster"));
    assertEquals(
        "bridge, pulse-sensor, text, bleuio, bled112, ant, contec, nonin, cyton, bitalino, "
            + "max30003, zephyr-hxm, zephyr-bioharness, wearlink, hrmi",
        SensorCatalogue.names());
  }

  @Test
  void modesOfCoarseBeatsDoNotSuitHrv() {
    SensorType pulse = SensorCatalogue.named("pulse-sensor").orElseThrow();
    assertTrue(pulse.traits().suitsHrv());
    assertEquals(5, pulse.traitsIn("plotter").resolutionMillis());
    assertFalse(pulse.traitsIn("plotter").suitsHrv());
    assertEquals(pulse.traits(), pulse.traitsIn("a mode nobody has heard of"));
    assertFalse(SensorCatalogue.named("text").orElseThrow().traitsIn("max3010x").suitsHrv());
  }
}
