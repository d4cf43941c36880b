// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.spi.Exporter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Stands in where there is no exporter: context still travels, spans are refused and counted. */
final class NoExporter implements Exporter {

  private final LongAdder refused = new LongAdder();

  @Override
  public void resource(byte[] resourcePrefix) {
    // Nobody to tell.
  }

  @Override
  public int scope(byte[] scopePrefix) {
    return 0;
  }

  @Override
  public int maxSpanBytes() {
    return 64 * 1024;
  }

  @Override
  public boolean offer(int scope, byte[] bytes, int offset, int length) {
    refused.increment();
    return false;
  }

  @Override
  public boolean flush(Duration timeout) {
    return true;
  }

  @Override
  public boolean shutdown(Duration timeout) {
    return true;
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of("accepted", 0L, "refused", refused.sum());
  }
}
