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

  static Dimensions of(long minute) {
    return new Dimensions(minute, List.of());
  }

  Dimensions and(String name, String value) {
    List<Dimension> more = new ArrayList<>(all);
    more.add(Dimension.builder().name(name).value(value).build());
    return new Dimensions(minute, more);
  }

  Instant time() {
    return Instant.ofEpochSecond(TimeUnit.MINUTES.toSeconds(minute));
  }
}
