// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

/**
 * What is measured of a span with which a trace enters a service. Immutable.
 *
 * @param minute in which it ended, in minutes since 1970
 * @param operation its name, or that of all that are beyond the bound
 * @param manyServices whether it called as many services as are worth an alarm
 */
record Sample(
    long minute, String operation, Status status, long nanos, boolean slow, boolean manyServices) {

  /** X-Ray's: an error is the caller's fault, a fault the service's. */
  enum Status {
    OK("ok"),
    ERROR("error"),
    FAULT("fault");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  boolean isError() {
    return status == Status.ERROR;
  }

  boolean isFault() {
    return status == Status.FAULT;
  }

  boolean isBad() {
    return status != Status.OK;
  }

  double millis() {
    return nanos / 1e6;
  }
}
