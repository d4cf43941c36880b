// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import dev.clew.console.store.TraceSummary;
import dev.clew.console.store.duckdb.DuckStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a collector that has ended has left in its directory. */
public final class Kept {

  private Kept() {}

  /** Span ids of all traces. */
  public static Set<String> spanIds(Path directory) throws Exception {
    return spans(directory).stream().map(KeptSpan::spanId).collect(Collectors.toSet());
  }

  /** The spans of all traces, each once. */
  static List<KeptSpan> spans(Path directory) throws Exception {
    try (DuckStore store = DuckStore.open(directory, 256 << 20, Clock.systemUTC())) {
      Set<String> traces = new HashSet<>();
      for (String service : store.reader().services()) {
        store.reader().search(Search.all(1000).withService(service)).stream()
            .map(TraceSummary::traceId)
            .forEach(traces::add);
      }
      return store.reader().spans(traces);
    }
  }
}
