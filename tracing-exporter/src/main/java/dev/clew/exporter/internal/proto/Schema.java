// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.proto;

import static dev.clew.exporter.internal.proto.Field.list;
import static dev.clew.exporter.internal.proto.Field.message;
import static dev.clew.exporter.internal.proto.Field.of;
import static dev.clew.exporter.internal.proto.Field.texts;

import dev.clew.exporter.internal.proto.Field.Kind;
import java.util.List;

/**
 * What messages of OTLP 1.8 have in them ({@code trace.proto}, {@code resource.proto}, {@code
 * common.proto}). Immutable after this class is initialised.
 */
public final class Schema {

  static final Schema ANY_VALUE = new Schema(true);

  static final Schema KEY_VALUE =
      new Schema(false).with(of(1, "key", Kind.STRING), message(2, "value", ANY_VALUE));

  private static final Schema ENTITY_REF =
      new Schema(false)
          .with(
              of(1, "schemaUrl", Kind.STRING),
              of(2, "type", Kind.STRING),
              texts(3, "idKeys"),
              texts(4, "descriptionKeys"));

  private static final Schema RESOURCE =
      new Schema(false)
          .with(
              list(1, "attributes", KEY_VALUE),
              of(2, "droppedAttributesCount", Kind.UINT32),
              list(3, "entityRefs", ENTITY_REF));

  private static final Schema SCOPE =
      new Schema(false)
          .with(
              of(1, "name", Kind.STRING),
              of(2, "version", Kind.STRING),
              list(3, "attributes", KEY_VALUE),
              of(4, "droppedAttributesCount", Kind.UINT32));

  private static final Schema EVENT =
      new Schema(false)
          .with(
              of(1, "timeUnixNano", Kind.FIXED64),
              of(2, "name", Kind.STRING),
              list(3, "attributes", KEY_VALUE),
              of(4, "droppedAttributesCount", Kind.UINT32));

  private static final Schema LINK =
      new Schema(false)
          .with(
              of(1, "traceId", Kind.HEX),
              of(2, "spanId", Kind.HEX),
              of(3, "traceState", Kind.STRING),
              list(4, "attributes", KEY_VALUE),
              of(5, "droppedAttributesCount", Kind.UINT32),
              of(6, "flags", Kind.FIXED32));

  private static final Schema STATUS =
      new Schema(false).with(of(2, "message", Kind.STRING), of(3, "code", Kind.ENUM));

  /** A span. */
  public static final Schema SPAN =
      new Schema(false)
          .with(
              of(1, "traceId", Kind.HEX),
              of(2, "spanId", Kind.HEX),
              of(3, "traceState", Kind.STRING),
              of(4, "parentSpanId", Kind.HEX),
              of(16, "flags", Kind.FIXED32),
              of(5, "name", Kind.STRING),
              of(6, "kind", Kind.ENUM),
              of(7, "startTimeUnixNano", Kind.FIXED64),
              of(8, "endTimeUnixNano", Kind.FIXED64),
              list(9, "attributes", KEY_VALUE),
              of(10, "droppedAttributesCount", Kind.UINT32),
              list(11, "events", EVENT),
              of(12, "droppedEventsCount", Kind.UINT32),
              list(13, "links", LINK),
              of(14, "droppedLinksCount", Kind.UINT32),
              message(15, "status", STATUS));

  /** {@code ScopeSpans}, without its spans. */
  public static final Schema SCOPE_PREFIX =
      new Schema(false).with(message(1, "scope", SCOPE), of(3, "schemaUrl", Kind.STRING));

  /** {@code ResourceSpans}, without its scopes. */
  public static final Schema RESOURCE_PREFIX =
      new Schema(false).with(message(1, "resource", RESOURCE), of(3, "schemaUrl", Kind.STRING));

  static {
    ANY_VALUE.with(
        of(1, "stringValue", Kind.STRING),
        of(2, "boolValue", Kind.BOOL),
        of(3, "intValue", Kind.INT64),
        of(4, "doubleValue", Kind.DOUBLE),
        message(5, "arrayValue", new Schema(false).with(list(1, "values", ANY_VALUE))),
        message(6, "kvlistValue", new Schema(false).with(list(1, "values", KEY_VALUE))),
        of(7, "bytesValue", Kind.BASE64));
  }

  /** Whether only one of its fields, the last, counts. */
  private final boolean oneOf;

  private List<Field> fields = List.of();

  private Schema(boolean oneOf) {
    this.oneOf = oneOf;
  }

  /** Sets the fields after the fact, as values may contain values. */
  private Schema with(Field... all) {
    fields = List.of(all);
    return this;
  }

  boolean isOneOf() {
    return oneOf;
  }

  List<Field> fields() {
    return fields;
  }
}
