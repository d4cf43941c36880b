// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.ResourceContainer;
import dev.clew.testkit.Traces;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reservation records, without a server: CDI as it is, a database in memory. */
@ExtendWith(TracingExtension.class)
class WarehouseTest {

  private WeldContainer container;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    Tables tables = new Tables();
    tables.database = database();
    tables.create();
    container =
        ResourceContainer.of(field -> database())
            .withAllExtensions()
            .start(Warehouse.class, Shelves.class);
    warehouse = container.select(Warehouse.class).get();
  }

  @AfterEach
  void close() {
    container.close();
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:stock;DB_CLOSE_DELAY=-1");
    return database;
  }

  @Test
  void takesEachItemAndNotesTheOrder(Traces traces) {
    warehouse.reserve("7", List.of(new Item("thread", 2), new Item("lamp", 1)), false);

    assertThatTrace(traces)
        .hasTree("*.Warehouse.reserve > [UPDATE stock, UPDATE stock, INSERT reservations]")
        .hasNoErrors()
        .softly(
            trace -> {
              trace.root().hasAttribute("clew.shop.order_id", "7");
              trace
                  .span("INSERT reservations")
                  .hasKind(SpanKind.CLIENT)
                  .hasAttribute("db.system.name", "h2database")
                  .hasNoAttribute("db.query.parameter.order_id");
            });
  }

  @Test
  void saysWhatIsOutOfStock(Traces traces) {
    List<Item> tooMany = List.of(new Item("lamp", 6));

    assertThatThrownBy(() -> warehouse.reserve("7", tooMany, false))
        .isInstanceOf(OutOfStockException.class);

    assertThatTrace(traces)
        .hasTree("*.Warehouse.reserve (error) > UPDATE stock")
        .root()
        .hasException(OutOfStockException.class, "out of stock: lamp, 6 wanted");
  }
}
