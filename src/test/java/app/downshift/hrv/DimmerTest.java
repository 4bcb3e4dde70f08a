package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DimmerTest {
  @Test
  void isBrightBelowNotYetAndDarkestWhenAllOfItFollows() {
    assertEquals(1, Dimmer.brightness(0.69, 20, 10));
    assertEquals(1, Dimmer.brightness(0.7, 20, 10));
    assertEquals(0.15, Dimmer.brightness(1, 10, 10), 1e-12);
    assertEquals(0.15, Dimmer.brightness(1, 30, 10), 1e-12);
  }

  @Test
  void darkensWithSteadinessAndWithSwing() {
    assertEquals(1 - 0.85 * 0.5, Dimmer.brightness(0.85, 10, 10), 1e-12);
    assertEquals(1 - 0.85 * 0.5, Dimmer.brightness(1, 5, 10), 1e-12);
    assertEquals(1 - 0.85 * 0.25, Dimmer.brightness(0.85, 5, 10), 1e-12);
  }

  @Test
  void nothingUndefinedDarkensIt() {
    assertEquals(1, Dimmer.brightness(Double.NaN, 10, 10));
    assertEquals(1, Dimmer.brightness(1, Double.NaN, 10));
    assertEquals(1, Dimmer.brightness(1, 10, Double.NaN));
    assertEquals(1, Dimmer.brightness(1, 0, 0));
  }

  @Test
  void theReferenceOfAFirstSessionIsAtLeastSix() {
    assertEquals(6, Dimmer.referenceOf(Double.NaN));
    assertEquals(6, Dimmer.referenceOf(2));
    assertEquals(11, Dimmer.referenceOf(11));
  }
}
