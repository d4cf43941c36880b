// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

  private static final long MINUTE = 60_000_000_000L;

  private final RouteTable table = new RouteTable(1, 0);

  @Test
  void aRouteKeepsItsRow() {
    Route row = table.route(1, 1, 0);

    assertThat(table.route(1, 1, 10 * MINUTE)).isSameAs(row);
    assertThat(table.route(2, 1, 0)).isNotSameAs(row);
  }

  @Test
  void whatFindsNoRoomSharesARow() {
    Set<Route> rows = new HashSet<>();
    for (long hash = 0; hash < 1_000_000; hash++) {
      rows.add(table.route(hash, 1, 0));
    }

    assertThat(rows.size()).isBetween(RouteTable.ROWS / 2, RouteTable.ROWS + 1);
    assertThat(table.all()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void whatNobodyAskedForInAMinuteMakesRoom() {
    Route used = table.route(-1, 1, 0);
    for (long hash = 0; hash < 100_000; hash++) {
      table.route(hash, 1, 0);
    }
    table.route(-1, 1, MINUTE / 2);
    List<Route> before = table.all();
    Route fresh = table.route(200_000, 1, MINUTE + 1);

    assertThat(before).doesNotContain(fresh);
    assertThat(table.route(-1, 1, MINUTE + 1)).isSameAs(used);
  }

  @Test
  void threadsThatMeetARouteAtTheSameTimeGetTheSameRow() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Map<Long, Route> rows = new ConcurrentHashMap<>();
      Callable<Void> look =
          () -> {
            for (long hash = 0; hash < 100; hash++) {
              Route row = table.route(hash, 1, 0);
              assertThat(rows.computeIfAbsent(hash, key -> row)).isSameAs(row);
            }
            return null;
          };
      for (Future<Void> future : threads.invokeAll(List.of(look, look, look, look))) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/1, /orders/22, true",
    "/orders/1, /orders/1/, true",
    "/orders/1, /orders/1/lines, false",
    "/orders/1, /carts/1, false",
    "/orders/ab, /orders/cd, false",
    "/v1/orders, /v2/orders, true",
    "/f/0aef1c, /f/ffe2d1, true",
    "/f/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, /f/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, true",
    "'', /, false",
  })
  void pathsStandForTheirRoutes(String one, String other, boolean same) {
    assertThat(hash("url.path", one) == hash("url.path", other)).isEqualTo(same);
  }

  @Test
  void aRouteThatIsKnownIsTakenAsItIs() {
    assertThat(hash("http.route", "/v1/{id}")).isNotEqualTo(hash("http.route", "/v2/{id}"));
  }

  private static long hash(String key, String value) {
    return Route.hash(TestCandidate.root(1, "GET", Map.of(key, value)));
  }
}
