// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarehouseTest {

  private final Shelves shelves = new Shelves();
  private final Warehouse warehouse = new Warehouse();

  @BeforeEach
  void furnish() {
    warehouse.shelves = shelves;
  }

  @Test
  void takesAllThatIsOrdered() {
    warehouse.reserve("1", List.of(new Item("lamp", 2), new Item("thread", 1)));

    assertThat(shelves.take("lamp", 0)).isEqualTo(3);
    assertThat(shelves.take("thread", 0)).isEqualTo(9_999);
  }

  @Test
  void putsBackWhatItTookWhenSomethingIsMissing() {
    assertThatThrownBy(
            () -> warehouse.reserve("1", List.of(new Item("thread", 1), new Item("lamp", 6))))
        .isInstanceOf(OutOfStockException.class)
        .hasMessage("out of stock: lamp, 6 wanted, 5 left");

    assertThat(shelves.take("thread", 0)).isEqualTo(10_000);
    assertThat(shelves.take("lamp", 0)).isEqualTo(5);
  }
}
