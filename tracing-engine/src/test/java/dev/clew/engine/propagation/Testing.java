// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Settings;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;

/** What the tests of this package share. */
final class Testing {

  static final String TRACE_ID = "463ac35c9f6413ad48485a3953bb6124";
  static final String SPAN_ID = "0020000000000001";

  /** As the fuzzer and the tests of single propagators make span contexts. */
  static final RemoteParentFactory FACTORY = RemoteParentFactory.ofApi();

  private Testing() {}

  /** A propagator as an application gets it; whatever it reports fails the test. */
  static TextMapPropagator propagator(String names) {
    Settings settings =
        Settings.of(
            Map.of("otel.propagators", names)::get,
            (id, message) -> {
              throw new AssertionError(id + ": " + message);
            });
    return Propagators.from(settings).getTextMapPropagator();
  }
}
