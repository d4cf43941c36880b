// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.CodedOutputStream;
import dev.clew.console.otlp.Encoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a refused request is answered with: a {@code google.rpc.Status} with a message, as OTLP/HTTP
 * asks for ("Failures"). Its two fields are written here rather than a library brought for them.
 */
final class ErrorStatus {

  private static final int MESSAGE = 2;

  private ErrorStatus() {}

  static byte[] of(String message, Encoding encoding) {
    return switch (encoding) {
      case JSON ->
          JsonNodeFactory.instance
              .objectNode()
              .put("message", message)
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      case PROTOBUF -> protobuf(message);
    };
  }

  private static byte[] protobuf(String message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeString(MESSAGE, message);
      out.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
