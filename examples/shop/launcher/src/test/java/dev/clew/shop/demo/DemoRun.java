// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.OtlpChecks;
import dev.clew.testkit.SpanDecoder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A demo that has run to its end, without failing.
 *
 * @param said all that it printed
 * @param json where it has written the first trace
 */
record DemoRun(String said, Path json) {

  static DemoRun of(Path directory, String... options) throws Exception {
    Path json = directory.resolve("trace.json");
    List<String> all = new ArrayList<>(List.of("--once", "--json", json.toString()));
    all.addAll(Arrays.asList(options));
    try (StartedDemo demo = StartedDemo.start(all.toArray(String[]::new))) {
      assertThat(demo.awaitExit()).as(demo.said()).isZero();
      return new DemoRun(demo.said(), json);
    }
  }

  /** The spans in the file, in which all is as OTLP and the semantic conventions say. */
  List<FinishedSpan> written() throws Exception {
    ExportTraceServiceRequest written = ReceivedJson.read(json);
    assertThat(OtlpChecks.allowing().request(written)).isEmpty();
    return SpanDecoder.decode(written);
  }
}
