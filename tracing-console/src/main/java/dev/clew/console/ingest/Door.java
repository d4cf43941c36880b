// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Who may send: everybody, or whoever knows the token. */
@ApplicationScoped
public class Door {

  @Inject Settings settings;

  /**
   * Whether a sender may come in.
   *
   * @param authorization as in the header; may be {@code null}
   */
  boolean isOpenTo(String authorization) {
    String token = settings.get(ConsoleOptions.TOKEN);
    return token.isEmpty()
        || authorization != null
            // How long it takes must not tell how much of a token was right.
            && MessageDigest.isEqual(bytes("Bearer " + token), bytes(authorization));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
