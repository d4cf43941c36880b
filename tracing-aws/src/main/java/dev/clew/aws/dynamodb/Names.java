// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

/** Names of attributes of items; docs/aws.md explains them. */
final class Names {

  static final String TRACE_ID = "trace_id";
  static final String SPAN_ID = "span_id";
  static final String PARENT_ID = "parent_id";
  static final String NAME = "name";
  static final String KIND = "kind";
  static final String SERVICE = "service";
  static final String START = "start";
  static final String END = "end";
  static final String DURATION = "duration";
  static final String ERROR = "error";
  static final String ATTRIBUTES = "attributes";
  static final String OMITTED = "attributes_omitted";
  static final String OTLP = "otlp";
  static final String PARTS = "otlp_parts";
  static final String EXPIRES = "expires";

  static final String SPAN_COUNT = "span_count";
  static final String ERROR_COUNT = "error_count";
  static final String FAILED = "failed";
  static final String FIRST = "first";
  static final String ROOT = "root";
  static final String ROOT_START = "root_start";
  static final String LONGEST = "longest";
  static final String OPERATIONS = "operations";
  static final String MORE_OPERATIONS = "operations_more";

  private Names() {}
}
