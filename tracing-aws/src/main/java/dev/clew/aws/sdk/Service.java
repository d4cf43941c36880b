// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What spans of one service's calls say. Immutable once built. */
final class Service {

  private static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  private static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  private static final AttributeKey<String> DB_OPERATION =
      AttributeKey.stringKey("db.operation.name");

  private static final String SEND = "send";

  private final String name;
  private final Map<AttributeKey<String>, String> constants = new HashMap<>();
  private final Map<String, List<Field<?>>> request = new HashMap<>();
  private final Map<String, List<Field<?>>> response = new HashMap<>();

  /** What operations do with messages, by their names. */
  private final Map<String, String> messaging = new HashMap<>();

  private Set<String> polls = Set.of();
  private boolean secret;
  private boolean database;

  Service(String name) {
    this.name = name;
  }

  /**
   * A service by the name that the SDK has for it.
   *
   * @param sdkName may be {@code null}
   */
  static Service of(String sdkName) {
    Service known = Services.ALL.get(String.valueOf(sdkName));
    return known != null ? known : new Service(String.valueOf(sdkName));
  }

  String name() {
    return name;
  }

  /** Whether messages of its failures may quote what must not be told. */
  boolean isSecret() {
    return secret;
  }

  boolean isPoll(String operation) {
    return operation != null && polls.contains(operation);
  }

  SpanKind kind(String operation) {
    return SEND.equals(messaging.get(operation)) ? SpanKind.PRODUCER : SpanKind.CLIENT;
  }

  Service constant(String key, String value) {
    constants.put(AttributeKey.stringKey(key), value);
    return this;
  }

  Service request(Field<?> field) {
    request.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field);
    return this;
  }

  Service response(Field<?> field) {
    response.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field);
    return this;
  }

  Service messages(String type, String... operations) {
    for (String operation : operations) {
      messaging.put(operation, type);
    }
    return this;
  }

  /** Operations that ask whether there is something, again and again. */
  Service polls(String... operations) {
    polls = Set.of(operations);
    return this;
  }

  Service secret() {
    secret = true;
    return this;
  }

  Service database() {
    database = true;
    return this;
  }

  void describe(Span span, String operation, SdkPojo asked) {
    constants.forEach(span::setAttribute);
    if (database) {
      span.setAttribute(DB_OPERATION, operation);
    }
    String type = messaging.get(operation);
    if (type != null) {
      span.setAttribute(OPERATION_NAME, operation);
      span.setAttribute(OPERATION_TYPE, type);
    }
    describe(span, asked, request);
  }

  void describe(Span span, SdkPojo answer) {
    describe(span, answer, response);
  }

  private static void describe(Span span, SdkPojo told, Map<String, List<Field<?>>> fields) {
    if (fields.isEmpty() || told == null) {
      return;
    }
    for (SdkField<?> given : told.sdkFields()) {
      List<Field<?>> wanted = fields.get(given.memberName());
      Object value = wanted == null ? null : given.getValueOrDefault(told);
      if (value != null) {
        wanted.forEach(field -> field.describe(span, value));
      }
    }
  }
}
