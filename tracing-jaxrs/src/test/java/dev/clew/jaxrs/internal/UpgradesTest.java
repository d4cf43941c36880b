// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.stream.Opening;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who claims an upgraded connection gets the right one, or none. */
class UpgradesTest {

  private static final long MINUTE = 60_000_000_000L;

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
  private final Upgrades upgrades = new Upgrades(clock::get);

  @Test
  void threadThatHandledTheRequestClaimsItOnce() {
    left("/chat/a");

    assertThat(upgrades.claimHere().route()).isEqualTo("/chat/a");
    assertThat(upgrades.claimHere()).isNull();
  }

  @Test
  void otherThreadClaimsByPath() throws InterruptedException {
    leftElsewhere("/chat/a");
    leftElsewhere("/chat/b");

    assertThat(upgrades.claimHere()).isNull();
    assertThat(upgrades.claim("/chat/a").route()).isEqualTo("/chat/a");
    assertThat(upgrades.claim("/chat/a")).isNull();
  }

  @Test
  void threadTellsNothingWhereConnectionsAreHandedOn() {
    upgrades.byPathOnly();
    left("/chat/a");

    assertThat(upgrades.claimHere()).isNull();
    assertThat(upgrades.claim("/chat/a").route()).isEqualTo("/chat/a");
  }

  @Test
  void nobodyGuessesBetweenTwoOfOnePath() throws InterruptedException {
    leftElsewhere("/chat/a");
    leftElsewhere("/chat/a");

    assertThat(upgrades.claim("/chat/a")).isNull();
  }

  @Test
  void whatNobodyClaimsIsForgotten() throws InterruptedException {
    leftElsewhere("/chat/a");
    clock.addAndGet(MINUTE);
    left("/chat/b");

    assertThat(upgrades.claim("/chat/a")).isNull();
    assertThat(upgrades.claim("/chat/b")).isNotNull();
  }

  @Test
  void routeIsTheTemplateThatMatches() {
    upgrades.add(PathTemplate.of("/chat/{room}"));

    assertThat(upgrades.route("/chat/a")).isEqualTo("/chat/{room}");
    assertThat(upgrades.route("/chat")).isNull();
  }

  private void left(String uri) {
    upgrades.leave(uri, uri, Opening.UNKNOWN);
  }

  private void leftElsewhere(String uri) throws InterruptedException {
    Thread other = new Thread(() -> left(uri));
    other.start();
    other.join();
  }
}
