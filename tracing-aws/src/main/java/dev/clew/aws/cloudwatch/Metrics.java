// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

/** What metrics and their dimensions are called. */
final class Metrics {

  static final String REQUESTS = "Requests";
  static final String ERRORS = "Errors";
  static final String FAULTS = "Faults";
  static final String DURATION = "Duration";

  static final String SLOW_TRACES = "SlowTraces";
  static final String ERROR_TRACES = "ErrorTraces";
  static final String MANY_SERVICES = "ManyServices";

  static final String SERVICE = "Service";
  static final String OPERATION = "Operation";
  static final String STATUS = "Status";

  private Metrics() {}

  /** The namespace of insights. */
  static String insights(String namespace) {
    return namespace + "/Insights";
  }
}
