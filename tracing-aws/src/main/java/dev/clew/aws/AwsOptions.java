// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import dev.clew.api.config.Option;
import java.util.List;

/** What can be configured of how AWS is traced. */
public final class AwsOptions {

  /** Whether calls of the AWS SDK for Java v2 get spans and carry the trace on. */
  public static final Option<Boolean> SDK_ENABLED =
      Option.flag("otel.instrumentation.aws-sdk.enabled", true);

  private AwsOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(SDK_ENABLED);
  }
}
