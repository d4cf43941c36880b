// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import java.util.Map;

/**
 * What became of the spans of one application, for JMX: {@code
 * dev.clew:type=Exporter,application="<service name>",id=<n>}.
 */
public interface ExporterMXBean {

  /** How many finished spans were taken. */
  long getAccepted();

  /** How many were not: after the shutdown, or too long. */
  long getRefused();

  /** All counts, as {@link dev.clew.api.spi.Exporter#counts} has them. */
  Map<String, Long> getCounts();
}
