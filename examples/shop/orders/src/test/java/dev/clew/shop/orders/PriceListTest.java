// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriceListTest {

  private final PriceList prices = new PriceList();

  @Test
  void addsUpWhatIsOrdered() {
    assertThat(prices.total(List.of(new Item("thread", 3), new Item("lamp", 1)))).isEqualTo(4_740);
  }

  @Test
  void refusesWhatIsNotSold() {
    assertThatThrownBy(() -> prices.total(List.of(new Item("sword", 1))))
        .isInstanceOf(OrderRefusedException.class)
        .hasMessageContaining("sword");
  }
}
