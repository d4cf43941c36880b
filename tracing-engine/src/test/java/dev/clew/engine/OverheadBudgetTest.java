// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A budget of processor time, by what the engine itself does; only the sink takes time here. */
class OverheadBudgetTest {

  private static final long MILLISECOND = 1_000_000;

  private final SlowSink sink = new SlowSink();

  @Test
  void theEngineFindsOutWhatSpansCostAndRecordsAsManyAsItMay() {
    TestEngine engine = engine("1");
    load(engine, 5);

    assertThat(sink.counts().get("sampler.cost")).isBetween(49_990L, 50_010L);
    assertThat(sink.counts()).containsEntry("sampler.spans", 200L);
    int before = sink.taken;
    load(engine, 10);
    assertThat((sink.taken - before) / 10.0).isBetween(150.0, 250.0);
  }

  @Test
  void whatSendersSpendIsPartOfIt() {
    sink.sendingNanos = 50_000;
    TestEngine engine = engine("1");
    load(engine, 120);

    assertThat(sink.counts().get("sampler.cost")).isBetween(95_000L, 101_000L);
    assertThat(sink.counts().get("sampler.spans")).isBetween(99L, 105L);
  }

  @Test
  void withoutABudgetNothingIsMeasured() {
    TestEngine engine = engine("0");
    load(engine, 2);

    assertThat(sink.counts()).doesNotContainKeys("sampler.cost", "sampler.spans");
  }

  private TestEngine engine(String percent) {
    TestEngine engine =
        new TestEngine(
            Map.of(
                "clew.traces.sampler", "adaptive",
                "clew.sampler.adaptive.spans", "1000",
                "clew.sampler.adaptive.overhead", percent),
            sink);
    sink.clock = engine.clock;
    return engine;
  }

  /** Two traces of one span each millisecond. */
  private void load(TestEngine engine, int seconds) {
    for (int i = 0; i < seconds * 1000; i++) {
      engine.clock.advance(MILLISECOND);
      engine.span("busy").end();
      engine.span("busy").end();
    }
  }

  private static final class SlowSink extends CollectingSink {
    private ManualClock clock;
    private long sendingNanos;
    private int taken;

    @Override
    public boolean offer(int scope, byte[] bytes, int offset, int length) {
      clock.advance(50_000);
      taken++;
      return true;
    }

    @Override
    public long cpuNanos() {
      return taken * sendingNanos;
    }
  }
}
