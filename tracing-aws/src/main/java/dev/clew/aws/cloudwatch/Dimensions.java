// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * What is measured together.
 *
 * @param minute minutes since 1970
 */
record Dimensions(long minute, List<Dimension> all) {

  private static final int LONGEST = 255;

  static Dimensions of(long minute) {
    return new Dimensions(minute, List.of());
  }

  Dimensions and(String name, String value) {
    List<Dimension> more = new ArrayList<>(all);
    more.add(Dimension.builder().name(name).value(printable(value)).build());
    return new Dimensions(minute, more);
  }

  Instant time() {
    return Instant.ofEpochSecond(TimeUnit.MINUTES.toSeconds(minute));
  }

  /** CloudWatch takes printable ASCII, and not nothing. */
  private static String printable(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length() && i < LONGEST; i++) {
      char c = value.charAt(i);
      text.append(c >= ' ' && c < 0x7f ? c : '?');
    }
    return text.toString().isBlank() ? "(none)" : text.toString();
  }
}
