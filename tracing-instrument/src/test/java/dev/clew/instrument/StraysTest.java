// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StraysTest {

  private final Strays<Strays.Stray> strays = new Strays<>();
  private final AtomicInteger givenUp = new AtomicInteger();

  @Test
  void givesUpWhatIsForgottenWhenTheNextOneStarts() {
    Strays.Watch<Strays.Stray> watch = strays.watch(new Object(), givenUp::incrementAndGet);
    watch.enqueue();
    strays.watch(this, givenUp::incrementAndGet);

    assertThat(givenUp).hasValue(1);
  }

  @Test
  void letsGoOfWhatHasEnded() {
    Strays.Watch<Strays.Stray> watch = strays.watch(new Object(), givenUp::incrementAndGet);
    strays.release(watch);
    watch.enqueue();
    strays.watch(this, givenUp::incrementAndGet);

    assertThat(givenUp).hasValue(0);
  }

  @Test
  void givesUpOnceOnly() {
    Strays.Watch<Strays.Stray> watch = strays.watch(new Object(), givenUp::incrementAndGet);
    strays.takeIf(stray -> true).forEach(Strays.Stray::giveUp);
    watch.enqueue();
    strays.takeIf(stray -> true).forEach(Strays.Stray::giveUp);
    strays.watch(this, givenUp::incrementAndGet);

    assertThat(givenUp).hasValue(1);
  }
}
