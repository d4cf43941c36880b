// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.access;

import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may read: everybody, or who has the token, or the cookie that it was given for. */
@ApplicationScoped
public class Readers {

  /** The name of the cookie. */
  static final String COOKIE = "clew-console";

  private static final String ALGORITHM = "HmacSHA256";

  @Inject Settings settings;

  private Token token;
  private String cookie;

  @PostConstruct
  void read() {
    token = new Token(settings.get(ConsoleOptions.READ_TOKEN));
    cookie = token.isAskedFor() ? derived(token.value()) : "";
  }

  /** From the token, so that it holds as long as that does, and does not tell it. */
  private static String derived(String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(COOKIE.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether a request may be answered.
   *
   * @param authorization as in the header; may be {@code null}
   * @param shown the value of the cookie; may be {@code null}
   */
  boolean include(String authorization, String shown) {
    return !token.isAskedFor()
        || token.isIn(authorization)
        || shown != null && Token.isEqual(cookie, shown);
  }

  /** The cookie for somebody who knows the token; {@code null} for all others. */
  String cookieFor(String given) {
    return token.isAskedFor() && token.is(given) ? cookie : null;
  }
}
