// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.aws.FakeAws;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What AWS does with a request's signature (Signature Version 4, "Create a signed AWS API
 * request"), written anew: so that a test does not ask the signer whether it has signed.
 */
final class SignatureCheck {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, "
              + "SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

  private SignatureCheck() {}

  /** The scope that the request was signed for, as {@code key/region/service}. */
  static String scope(FakeAws.Request request, String secret) throws GeneralSecurityException {
    Matcher given = AUTHORIZATION.matcher(request.headers().get("Authorization"));
    if (!given.matches()) {
      throw new AssertionError("not signed: " + request.headers());
    }
    String[] names = given.group(5).split(";");
    StringBuilder canonical = new StringBuilder("POST\n" + request.path() + "\n\n");
    for (String name : names) {
      canonical.append(name).append(':').append(request.headers().get(name).trim()).append('\n');
    }
    canonical.append('\n').append(given.group(5)).append('\n').append(sha256(request.bytes()));
    String scope = String.join("/", given.group(2), given.group(3), given.group(4), "aws4_request");
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            request.headers().get("X-Amz-Date"),
            scope,
            sha256(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/")) {
      key = hmac(key, part);
    }
    if (!HexFormat.of().formatHex(hmac(key, toSign)).equals(given.group(6))) {
      throw new AssertionError("wrong signature for\n" + canonical);
    }
    return String.join("/", given.group(1), given.group(3), given.group(4));
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
