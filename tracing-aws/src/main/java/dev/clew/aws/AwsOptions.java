// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import dev.clew.api.config.Option;
import dev.clew.instrument.messaging.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can be configured of how AWS is traced. */
public final class AwsOptions {

  /** Whether calls of the AWS SDK for Java v2 get spans and carry the trace on. */
  public static final Option<Boolean> SDK_ENABLED =
      Option.flag("otel.instrumentation.aws-sdk.enabled", true);

  /**
   * Whether calls that ask for messages, records of streams or tasks of activities are traces of
   * their own where they are in none: SQS.ReceiveMessage, Kinesis.GetRecords and the like. Those
   * that fail, or are tried again, always are.
   */
  public static final Option<Boolean> RECEIVE_TELEMETRY =
      Option.flag("otel.instrumentation.messaging.experimental.receive-telemetry.enabled", false);

  /**
   * Whether processing a message of SQS, a record of Kinesis or a change of DynamoDB goes on with
   * the sender's trace (parent), or starts one of its own that links to it (link).
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
   * Whether events that are put to EventBridge carry the trace in a field clew-trace of their
   * detail, which rules may match and targets get.
   */
  public static final Option<Boolean> EVENTBRIDGE_DETAIL =
      Option.flag("clew.aws.eventbridge.detail", false);

  /**
   * Whether the resource says on which of AWS's services the process runs. Where it runs on none of
   * them nobody is asked.
   */
  public static final Option<Boolean> RESOURCE_ENABLED =
      Option.flag("otel.resource.providers.aws.enabled", true);

  /** The region that spans are sent to; empty for that of the SDK's default chain. */
  public static final Option<String> REGION = Option.text("clew.aws.region", "");

  /**
   * The SDK's HTTP client that spans are sent with. With `any` it is url_connection, or another
   * that is on the class path.
   */
  public static final Option<HttpClientKind> HTTP_CLIENT =
      Option.choice("clew.aws.http.client", HttpClientKind.ANY);

  /**
   * How xray sends spans: as OTLP, as segment documents (PutTraceSegments), or as segment documents
   * to an X-Ray daemon or an agent.
   */
  public static final Option<XRayProtocol> XRAY_PROTOCOL =
      Option.choice("clew.aws.xray.protocol", XRayProtocol.OTLP);

  /** Where xray sends spans to; empty for X-Ray's endpoint of the region. */
  public static final Option<String> XRAY_ENDPOINT = Option.text("clew.aws.xray.endpoint", "");

  /**
   * Where the X-Ray daemon takes datagrams, as host:port; empty for AWS_XRAY_DAEMON_ADDRESS, else
   * 127.0.0.1:2000.
   */
  public static final Option<String> XRAY_DAEMON = Option.text("clew.aws.xray.daemon.address", "");

  /** Attributes that become annotations of segment documents, by which X-Ray searches. */
  public static final Option<List<String>> XRAY_ANNOTATIONS =
      Option.list("clew.aws.xray.annotations", "");

  /**
   * A file with the rules by which the sampler xray goes while X-Ray is out of reach, in the X-Ray
   * SDK's format; empty for one trace a second and 5 % of the others.
   */
  public static final Option<String> SAMPLER_RULES = Option.text("clew.aws.xray.sampler.rules", "");

  /** Where dynamodb sends spans to; empty for DynamoDB's endpoint of the region. */
  public static final Option<String> DYNAMODB_ENDPOINT =
      Option.text("clew.aws.dynamodb.endpoint", "");

  /** What the names of DynamoDB's tables `spans` and `traces` begin with. */
  public static final Option<String> DYNAMODB_PREFIX =
      Option.text("clew.aws.dynamodb.table.prefix", "");

  /** Whether tables of DynamoDB that are missing are made, with capacity on demand. */
  public static final Option<Boolean> DYNAMODB_CREATE =
      Option.flag("clew.aws.dynamodb.table.create", false);

  /** How long spans and summaries stay in DynamoDB. */
  public static final Option<Duration> DYNAMODB_RETENTION =
      Option.duration("clew.aws.dynamodb.retention", "720h");

  /** The stream of Kinesis that spans are put into; kinesis needs it. */
  public static final Option<String> KINESIS_STREAM = Option.text("clew.aws.kinesis.stream", "");

  /** Where kinesis sends spans to; empty for Kinesis' endpoint of the region. */
  public static final Option<String> KINESIS_ENDPOINT =
      Option.text("clew.aws.kinesis.endpoint", "");

  /** How large a record of Kinesis may be; more than 1MB only where the stream is set to it. */
  public static final Option<Long> KINESIS_RECORD =
      Option.size("clew.aws.kinesis.record.size", "1MB", 64 << 10, 10 << 20);

  /**
   * How cloudwatch sends metrics: by PutMetricData (metrics), or as lines in the embedded metric
   * format (emf), which CloudWatch takes out of logs.
   */
  public static final Option<CloudWatchFormat> CLOUDWATCH_FORMAT =
      Option.choice("clew.aws.cloudwatch.format", CloudWatchFormat.METRICS);

  /**
   * The CloudWatch agent that takes lines in the embedded metric format, such as
   * tcp://127.0.0.1:25888, or udp://; empty for standard output.
   */
  public static final Option<String> CLOUDWATCH_EMF_AGENT =
      Option.text("clew.aws.cloudwatch.emf.agent", "");

  /** The log group that the agent puts such lines into; empty for `SERVICE-metrics`. */
  public static final Option<String> CLOUDWATCH_EMF_GROUP =
      Option.text("clew.aws.cloudwatch.emf.group", "");

  /** Where cloudwatch sends metrics to; empty for CloudWatch's endpoint of the region. */
  public static final Option<String> CLOUDWATCH_ENDPOINT =
      Option.text("clew.aws.cloudwatch.endpoint", "");

  /** The namespace of metrics of spans; those of insights are in `/Insights` below it. */
  public static final Option<String> CLOUDWATCH_NAMESPACE =
      Option.text("clew.aws.cloudwatch.namespace", "DistributedTracing");

  /** How many operations are measured each for itself; all others together are `(other)`. */
  public static final Option<Integer> CLOUDWATCH_OPERATIONS =
      Option.integer("clew.aws.cloudwatch.operations", 100, 0, 10_000);

  /** From what duration on a trace counts as slow. */
  public static final Option<Duration> CLOUDWATCH_SLOW =
      Option.duration("clew.aws.cloudwatch.slow", "3s");

  /** From how many services on a trace counts as one of many services, with the one that calls. */
  public static final Option<Integer> CLOUDWATCH_SERVICES =
      Option.integer("clew.aws.cloudwatch.services", 5, 2, 1_000);

  /** Where opensearch sends spans to, such as https://my-domain.eu-central-1.es.amazonaws.com. */
  public static final Option<String> OPENSEARCH_ENDPOINT =
      Option.text("clew.aws.opensearch.endpoint", "");

  /** What the names of OpenSearch's indexes begin with; the day of a span's start ends them. */
  public static final Option<String> OPENSEARCH_INDEX =
      Option.text("clew.aws.opensearch.index", "otel-v1-apm-span");

  /** Whether the template of these indexes is made where it is missing. */
  public static final Option<Boolean> OPENSEARCH_TEMPLATE =
      Option.flag("clew.aws.opensearch.template.create", true);

  /**
   * Headers of requests to OpenSearch. With authorization among them, requests are not signed:
   * authorization=Basic%20dXNlcjpwYXNzd29yZA==.
   */
  public static final Option<Map<String, String>> OPENSEARCH_HEADERS =
      Option.map("clew.aws.opensearch.headers", "");

  /** How spans get to X-Ray. */
  public enum XRayProtocol {
    /** OTLP over HTTP. */
    OTLP,
    /** Segment documents over HTTP. */
    SEGMENTS,
    /** Segment documents in datagrams. */
    DAEMON
  }

  /** How metrics get to CloudWatch. */
  public enum CloudWatchFormat {
    /** By PutMetricData. */
    METRICS,
    /** As lines of logs. */
    EMF
  }

  /** The HTTP clients of the SDK. */
  public enum HttpClientKind {
    /** Whichever there is. */
    ANY(""),
    /** The artifact url-connection-client. */
    URL_CONNECTION("urlconnection"),
    /** The artifact aws-crt-client. */
    CRT("crt"),
    /** The artifact apache-client. */
    APACHE("apache");

    private final String packageName;

    HttpClientKind(String packageName) {
      this.packageName = packageName;
    }

    /** The last part of the name of its package. */
    public String packageName() {
      return packageName;
    }
  }

  private AwsOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(
        SDK_ENABLED,
        RECEIVE_TELEMETRY,
        CONSUMER,
        KINESIS_ENVELOPE,
        EVENTBRIDGE_DETAIL,
        RESOURCE_ENABLED,
        REGION,
        HTTP_CLIENT,
        XRAY_PROTOCOL,
        XRAY_ENDPOINT,
        XRAY_DAEMON,
        XRAY_ANNOTATIONS,
        SAMPLER_RULES,
        DYNAMODB_ENDPOINT,
        DYNAMODB_PREFIX,
        DYNAMODB_CREATE,
        DYNAMODB_RETENTION,
        KINESIS_STREAM,
        KINESIS_ENDPOINT,
        KINESIS_RECORD,
        CLOUDWATCH_FORMAT,
        CLOUDWATCH_EMF_AGENT,
        CLOUDWATCH_EMF_GROUP,
        CLOUDWATCH_ENDPOINT,
        CLOUDWATCH_NAMESPACE,
        CLOUDWATCH_OPERATIONS,
        CLOUDWATCH_SLOW,
        CLOUDWATCH_SERVICES,
        OPENSEARCH_ENDPOINT,
        OPENSEARCH_INDEX,
        OPENSEARCH_TEMPLATE,
        OPENSEARCH_HEADERS);
  }
}
