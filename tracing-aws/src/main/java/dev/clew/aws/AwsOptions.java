// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import dev.clew.api.config.Option;
import dev.clew.instrument.messaging.Correlation;
import java.util.List;

/** What can be configured of how AWS is traced. */
public final class AwsOptions {

  /** Whether calls of the AWS SDK for Java v2 get spans and carry the trace on. */
  public static final Option<Boolean> SDK_ENABLED =
      Option.flag("otel.instrumentation.aws-sdk.enabled", true);

  /**
   * Whether processing a message of SQS goes on with the sender's trace (parent), or starts one of
   * its own that links to it (link).
   */
  public static final Option<Correlation> CONSUMER =
      Option.choice("clew.aws.consumer", Correlation.PARENT);

  /**
   * Whether records that are put into a stream of Kinesis carry the trace in front of their data.
   * Whoever reads them has to know: see docs/aws.md.
   */
  public static final Option<Boolean> KINESIS_ENVELOPE =
      Option.flag("clew.aws.kinesis.envelope", false);

  /**
   * Whether the resource says on which of AWS's services the process runs. Where it runs on none of
   * them nobody is asked.
   */
  public static final Option<Boolean> RESOURCE_ENABLED =
      Option.flag("otel.resource.providers.aws.enabled", true);

  /** The region that spans are sent to by xray; empty for that of the SDK's default chain. */
  public static final Option<String> REGION = Option.text("clew.aws.region", "");

  /** Where xray sends spans to; empty for X-Ray's OTLP endpoint of the region. */
  public static final Option<String> XRAY_ENDPOINT = Option.text("clew.aws.xray.endpoint", "");

  private AwsOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(
        SDK_ENABLED, CONSUMER, KINESIS_ENVELOPE, RESOURCE_ENABLED, REGION, XRAY_ENDPOINT);
  }
}
