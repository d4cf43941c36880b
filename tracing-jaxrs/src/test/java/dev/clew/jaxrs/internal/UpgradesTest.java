// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.stream.Opening;
import org.junit.jupiter.api.Test;

/** Who claims an upgraded connection gets the right one, or none. */
class UpgradesTest {

  private static final long HERE = Thread.currentThread().getId();

  private final Upgrades upgrades = new Upgrades();

  @Test
  void threadThatHandledTheRequestClaimsItOnce() {
    Upgrade left = left(HERE, "/chat/a");

    assertThat(upgrades.claimHere()).isSameAs(left);
    assertThat(upgrades.claimHere()).isNull();
  }

  @Test
  void otherThreadClaimsByPath() {
    Upgrade left = left(HERE + 1, "/chat/a");
    left(HERE + 2, "/chat/b");

    assertThat(upgrades.claimHere()).isNull();
    assertThat(upgrades.claim("/chat/a")).isSameAs(left);
    assertThat(upgrades.claim("/chat/a")).isNull();
  }

  @Test
  void nobodyGuessesBetweenTwoOfOnePath() {
    left(HERE + 1, "/chat/a");
    left(HERE + 2, "/chat/a");

    assertThat(upgrades.claim("/chat/a")).isNull();
  }

  @Test
  void whatNobodyClaimsGivesWayToLaterOnes() {
    for (int i = 0; i < 1000; i++) {
      left(HERE + i, "/chat/" + i);
    }

    assertThat(upgrades.claim("/chat/0")).isNull();
    assertThat(upgrades.claimHere()).isNull();
    assertThat(upgrades.claim("/chat/999")).isNotNull();
  }

  @Test
  void routeIsTheTemplateThatMatches() {
    upgrades.add(PathTemplate.of("/chat/{room}"));

    assertThat(upgrades.route("/chat/a")).isEqualTo("/chat/{room}");
    assertThat(upgrades.route("/chat")).isNull();
  }

  private Upgrade left(long thread, String uri) {
    Upgrade upgrade = new Upgrade(thread, uri, null, Opening.UNKNOWN);
    upgrades.leave(upgrade);
    return upgrade;
  }
}
