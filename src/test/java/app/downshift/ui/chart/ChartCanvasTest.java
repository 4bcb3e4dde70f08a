package app.downshift.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.Snapshot;
import app.downshift.ui.Rendering;
import app.downshift.ui.SampleViews;
import app.downshift.ui.theme.Look;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartCanvasTest {
  private static final long QUARTER = 250_000_000;

  private final Snapshot snapshot = SampleViews.breathe().snapshot();
  private final List<Long> painted = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Drawing drawing = (g, plot, shown, now, palette) -> painted.add(now);

  @BeforeEach
  void look() throws Exception {
    Rendering.onEdt(
        () -> {
          Look.DARK.install();
          return true;
        });
  }

  @Test
  void paintsAtMostFourTimesASecondUnlessSomethingIsUrgent() throws Exception {
    ChartCanvas canvas = canvas(drawing);
    offer(canvas, 1, 0, false);
    runAll();
    offer(canvas, 2, QUARTER - 1, false);
    offer(canvas, 3, QUARTER, false);
    runAll();
    offer(canvas, 4, QUARTER + 1, true);
    runAll();
    assertEquals(List.of(1L, 3L, 4L), painted);
  }

  @Test
  void offersMadeWhileAPaintingWaitsFallAwayAndTheNewestIsPaintedNext() throws Exception {
    ChartCanvas canvas = canvas(drawing);
    offer(canvas, 1, 0, true);
    offer(canvas, 2, 1, true);
    offer(canvas, 3, 2, true);
    assertEquals(1, waiting.size());
    runAll();
    offer(canvas, 4, 3, false);
    runAll();
    assertEquals(List.of(1L, 4L), painted);
  }

  @Test
  void paintsAgainAfterADrawingFailed() throws Exception {
    boolean[] broken = {true};
    ChartCanvas canvas =
        canvas(
            (g, plot, shown, now, palette) -> {
              if (broken[0]) {
                throw new IllegalStateException("a bug in a drawing");
              }
              painted.add(now);
            });
    offer(canvas, 1, 0, true);
    Runnable failing = waiting.remove();
    try {
      failing.run();
    } catch (IllegalStateException loud) {
      broken[0] = false;
    }
    assertFalse(broken[0], "a failure is not hidden");
    offer(canvas, 2, 1, true);
    runAll();
    assertEquals(List.of(2L), painted);
  }

  @Test
  void showsWhatWasPaintedElsewhereAtTheScaleOfTheScreen() throws Exception {
    List<Double> scales = new ArrayList<>();
    ChartCanvas canvas =
        canvas(
            (g, plot, shown, now, palette) -> {
              assertFalse(EventQueue.isDispatchThread(), "charts are never painted on the EDT");
              scales.add(g.getTransform().getScaleX());
              g.setColor(Color.RED);
              g.fill(plot);
            });
    ExecutorService charts = Executors.newSingleThreadExecutor();
    BufferedImage screen = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    for (int look = 0; look < 2; look++) {
      offer(canvas, look, look, false);
      while (!waiting.isEmpty()) {
        Future<?> done = charts.submit(waiting.remove());
        done.get(10, TimeUnit.SECONDS);
      }
      Rendering.onEdt(
          () -> {
            Graphics2D g = screen.createGraphics();
            g.scale(2, 2);
            canvas.paint(g);
            g.dispose();
            return true;
          });
    }
    charts.shutdown();
    assertEquals(List.of(1.0, 2.0), scales);
    assertEquals(Color.RED.getRGB(), screen.getRGB(200, 100));
    assertTrue(screen.getRGB(3, 3) != Color.RED.getRGB());
  }

  private ChartCanvas canvas(Drawing what) throws Exception {
    return Rendering.onEdt(
        () -> {
          ChartCanvas canvas =
              new ChartCanvas(what, new Insets(10, 10, 10, 10), QUARTER, waiting::add);
          canvas.setSize(200, 100);
          return canvas;
        });
  }

  private void offer(ChartCanvas canvas, long nowMicros, long nanos, boolean urgent)
      throws Exception {
    Rendering.onEdt(
        () -> {
          canvas.offer(snapshot, nowMicros, nanos, urgent);
          return true;
        });
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
