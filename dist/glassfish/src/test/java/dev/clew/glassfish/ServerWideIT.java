// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Http;
import dev.clew.it.harness.OtlpReceiver;
import org.junit.jupiter.api.Test;

/** Also what is different on GlassFish. */
class ServerWideIT extends DomainContract {

  /** Which of them has the EAR's name, and which its own, is GlassFish's choice. */
  @Override
  @Test
  protected void warsOfAnEarAreTraced() throws Exception {
    deploy("store");

    assertThat(Http.get("/pings/api/ping").body()).isEqualTo("pong");
    assertThat(OtlpReceiver.shared().takeTrace(1).tree())
        .matches("(store|pings): GET /pings/api/ping \\(server\\)\\n");
    assertThat(Http.get("/stocks/api/stock/field").body()).isEqualTo("42");
    assertThat(OtlpReceiver.shared().takeTrace(2).tree().replace("stocks:", "store:"))
        .isEqualToNormalizingNewlines(
            """
            store: GET /stocks/api/stock/field (server)
              store: SELECT INFORMATION_SCHEMA.SCHEMATA (client)
            """);
  }

  /** GlassFish keeps them, those of applications without Clew, too. */
  @Override
  protected void awaitCollected(Class<?> type) {}
}
