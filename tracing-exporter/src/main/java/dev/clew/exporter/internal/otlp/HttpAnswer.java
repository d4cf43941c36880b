// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.exporter.sender.ProtoReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a server answered.
 *
 * @param type the header Content-Type; empty where there is none
 * @param retryAfter the header of that name; {@code null} where there is none
 * @param body nothing where it was too long or did not arrive
 * @param keep whether the connection can be used again
 */
record HttpAnswer(int status, String type, String retryAfter, byte[] body, boolean keep) {

  private static final int STATUS_MESSAGE = 2;

  HttpAnswer withoutConnection() {
    return new HttpAnswer(status, type, retryAfter, body, false);
  }

  /** A login page, or the start page of something else: no receiver of OTLP answers so. */
  boolean isPage() {
    return isOf("text/html");
  }

  /** For the log: the status, and the receiver's words, if there are any. */
  String said() {
    String said = "answered " + status;
    if (isPage()) {
      return said + " with a web page: this is no receiver of OTLP, or it wants a login";
    }
    String words = words().trim();
    return words.isEmpty() ? said : said + ": " + words;
  }

  /** Receivers of OTLP say it in a {@code google.rpc.Status}, proxies in plain text. */
  private String words() {
    if (!isOf("application/x-protobuf")) {
      return new String(body, StandardCharsets.UTF_8);
    }
    String message = "";
    try {
      for (ProtoReader fields = new ProtoReader(body); fields.next(); ) {
        message = fields.is(STATUS_MESSAGE) ? fields.text() : message;
      }
    } catch (IllegalArgumentException otherThing) {
      // The status has to do.
    }
    return message;
  }

  private boolean isOf(String mediaType) {
    return type.toLowerCase(Locale.ROOT).startsWith(mediaType);
  }
}
