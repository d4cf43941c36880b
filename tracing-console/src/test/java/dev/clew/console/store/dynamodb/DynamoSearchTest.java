// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.aws.dynamodb.SpanTables;
import dev.clew.console.Requests;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search looks at the latest, and ends where it has looked at enough. */
class DynamoSearchTest {

  private static final int TRACES = 60;

  private static LocalTables local;
  private static DynamoStoreBean store;
  private static SpanTables tables;
  private static final Parallel PARALLEL = new Parallel();

  @BeforeAll
  static void write() throws Exception {
    local = new LocalTables();
    Map<String, String> values = local.values();
    store = LocalTables.open(values);
    tables = SpanTables.open(Settings.of(values));
    for (int i = 1; i <= TRACES; i++) {
      KeptSpan span =
          KeptSpan.of(
                  Requests.of(
                          "shop",
                          Requests.span(i, i).addAttributes(Requests.number("number", i)).build())
                      .getResourceSpansList())
              .get(0);
      store.writer().write(List.of(span));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    PARALLEL.close();
    tables.close();
    store.close();
    local.stop();
  }

  @Test
  void spansAreLookedAtUpToABound() throws Exception {
    Search latest = Search.all(10).withAttributes(Map.of("number", "58"));
    Search earliest = Search.all(10).withAttributes(Map.of("number", "1"));

    assertThat(find(earliest, new Looks(1_000, 1_000, 1_000))).containsExactly(Requests.traceId(1));
    assertThat(find(latest, new Looks(1_000, 1_000, 20))).containsExactly(Requests.traceId(58));
    assertThat(find(earliest, new Looks(1_000, 1_000, 20))).isEmpty();
    assertThat(find(earliest, new Looks(1_000, 20, 1_000))).isEmpty();
  }

  @Test
  void partsAreLookedAtUpToABound() throws Exception {
    assertThat(find(Search.all(TRACES), new Looks(1_000, 1, 1))).hasSize(TRACES);
    assertThat(find(Search.all(TRACES), new Looks(1, 1, 1))).hasSize(TRACES);
    assertThat(find(Search.all(10).withOperation("nobody's"), new Looks(1, 1, 1))).isEmpty();
  }

  private static List<String> find(Search search, Looks looks) throws Exception {
    return new DynamoSearch(tables, PARALLEL, search, looks).find();
  }
}
