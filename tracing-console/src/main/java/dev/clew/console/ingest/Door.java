// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.api.config.Settings;
import dev.clew.console.access.Token;
import dev.clew.console.config.ConsoleOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
    Token token = new Token(settings.get(ConsoleOptions.TOKEN));
    return !token.isAskedFor() || token.isIn(authorization);
  }
}
