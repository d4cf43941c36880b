// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key and certificate that the collector answers with. */
final class Tls {

  private Tls() {}

  /**
   * Of the key store that is configured.
   *
   * @return {@code null} where there is none
   * @throws IllegalArgumentException if it cannot be used
   */
  static SSLContext of(Settings settings) {
    String file = settings.get(ConsoleOptions.TLS_KEYSTORE);
    if (file.isEmpty()) {
      return null;
    }
    char[] password = settings.get(ConsoleOptions.TLS_PASSWORD).toCharArray();
    try {
      KeyStore store = KeyStore.getInstance(new File(file), password);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "%s cannot be used: %s: %s"
              .formatted(
                  ConsoleOptions.TLS_KEYSTORE.key(),
                  Printable.of(file, 200),
                  Printable.of(String.valueOf(unusable.getMessage()), 200)));
    }
  }
}
