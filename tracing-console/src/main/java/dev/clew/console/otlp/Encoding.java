// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * How a message is written: the two encodings of OTLP/HTTP 1.8. Both refuse messages that are
 * nested more than {@value #MAX_DEPTH} deep, counted alike, so that what came in by one can always
 * be read again by the other.
 */
public enum Encoding {
  /** Binary protobuf. */
  PROTOBUF("application/x-protobuf") {
    @Override
    ExportTraceServiceRequest parse(byte[] bytes) throws InvalidProtocolBufferException {
      CodedInputStream input = CodedInputStream.newInstance(bytes);
      input.setRecursionLimit(MAX_DEPTH);
      ExportTraceServiceRequest request;
      try {
        request = ExportTraceServiceRequest.parseFrom(input);
        input.checkLastTagWas(0);
      } catch (InvalidProtocolBufferException malformed) {
        throw malformed;
      } catch (IOException impossible) {
        throw new InvalidProtocolBufferException(impossible);
      }
      return request;
    }

    @Override
    public void write(Message message, OutputStream to) throws IOException {
      message.writeTo(to);
    }
  },
  /** JSON as OTLP has it: ids in hexadecimal digits, enums as numbers. */
  JSON("application/json") {
    @Override
    ExportTraceServiceRequest parse(byte[] bytes) throws IOException {
      ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
      OtlpJsonReader.read(bytes, request);
      return request.build();
    }

    @Override
    public void write(Message message, OutputStream to) throws IOException {
      OtlpJsonWriter.write(message, to);
    }
  };

  /** How deep messages may be nested in a request. */
  static final int MAX_DEPTH = 64;

  private final String mediaType;

  Encoding(String mediaType) {
    this.mediaType = mediaType;
  }

  /**
   * The encoding of a {@code Content-Type}.
   *
   * @return {@code null} where it is neither
   */
  public static Encoding of(String contentType) {
    if (contentType == null) {
      return null;
    }
    String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    for (Encoding encoding : values()) {
      if (encoding.mediaType.equals(type)) {
        return encoding;
      }
    }
    return null;
  }

  /** As in {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The request that the bytes are.
   *
   * @throws MalformedException where they are none, or too deep
   */
  public ExportTraceServiceRequest read(byte[] bytes) throws MalformedException {
    try {
      return parse(bytes);
    } catch (IOException | RuntimeException malformed) {
      throw new MalformedException(this, malformed);
    }
  }

  abstract ExportTraceServiceRequest parse(byte[] bytes) throws IOException;

  /** Writes the message in this encoding, piece by piece, and may close what it writes to. */
  public abstract void write(Message message, OutputStream to) throws IOException;

  /** The message in this encoding; for small ones. */
  public byte[] write(Message message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(message, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
