// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import java.util.function.UnaryOperator;

/** What Lambda's runtime says of the invocation that is going on. */
final class Invocation {

  private static final String PROPERTY = "com.amazonaws.xray.traceHeader";
  private static final String VARIABLE = "_X_AMZN_TRACE_ID";

  private Invocation() {}

  /** Its tracing header; {@code null} where none is going on. */
  static String header() {
    return header(System::getProperty, System::getenv);
  }

  /** The property is set for each invocation; the variable may be that of an earlier one. */
  static String header(UnaryOperator<String> properties, UnaryOperator<String> variables) {
    String property = properties.apply(PROPERTY);
    return property != null && !property.isEmpty() ? property : variables.apply(VARIABLE);
  }
}
