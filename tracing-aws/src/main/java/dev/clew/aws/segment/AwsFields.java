// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import static dev.clew.aws.segment.SegmentFields.putIfPresent;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code aws} of a document: the call that it is of, or where the service runs. */
final class AwsFields {

  /** X-Ray's names, by those of attributes of calls. */
  private static final Map<String, String> OF_CALL =
      Map.of(
          "cloud.region", "region",
          "aws.request_id", "request_id",
          "aws.extended_request_id", "id_2",
          "aws.sqs.queue.url", "queue_url",
          "aws.sns.topic.arn", "topic_arn",
          "aws.s3.bucket", "bucket_name",
          "aws.s3.key", "key",
          "http.request.resend_count", "retries");

  private AwsFields() {}

  static boolean isCall(OtlpSpan span) {
    Map<String, Object> attributes = span.attributes();
    return "aws-api".equals(attributes.get("rpc.system.name"))
        || "aws-api".equals(attributes.get("rpc.system"));
  }

  static Map<String, Object> of(OtlpSpan span) {
    Map<String, Object> aws = new LinkedHashMap<>();
    if (isCall(span)) {
      String method = String.valueOf(span.attributes().getOrDefault("rpc.method", ""));
      putIfPresent(aws, "operation", method.substring(method.lastIndexOf('/') + 1));
      OF_CALL.forEach((key, name) -> putIfPresent(aws, name, span.attributes().get(key)));
      Object tables = span.attributes().get("aws.dynamodb.table_names");
      if (tables instanceof List<?> names && names.size() == 1) {
        aws.put("table_name", names.get(0));
      } else {
        putIfPresent(aws, "table_names", tables);
      }
    }
    return aws;
  }

  static Map<String, Object> ofSegment(OtlpSpan span, Map<String, Object> resource) {
    Map<String, Object> aws = of(span);
    putIfPresent(aws, "account_id", resource.get("cloud.account.id"));
    Map<String, Object> ec2 = new LinkedHashMap<>();
    putIfPresent(ec2, "instance_id", ofPlatform(resource, "aws_ec2", "host.id"));
    putIfPresent(
        ec2, "availability_zone", ofPlatform(resource, "aws_ec2", "cloud.availability_zone"));
    putIfPresent(aws, "ec2", ec2);
    Map<String, Object> ecs = new LinkedHashMap<>();
    putIfPresent(ecs, "container", ofPlatform(resource, "aws_ecs", "container.name"));
    putIfPresent(ecs, "container_id", ofPlatform(resource, "aws_ecs", "container.id"));
    putIfPresent(ecs, "container_arn", resource.get("aws.ecs.container.arn"));
    putIfPresent(aws, "ecs", ecs);
    Map<String, Object> xray = new LinkedHashMap<>();
    xray.put("sdk", "Clew");
    putIfPresent(xray, "sdk_version", resource.get("telemetry.sdk.version"));
    putIfPresent(xray, "sampling_rule_name", span.attributes().get("clew.sampler.rule"));
    aws.put("xray", xray);
    return aws;
  }

  private static Object ofPlatform(Map<String, Object> resource, String platform, String key) {
    return platform.equals(resource.get("cloud.platform")) ? resource.get(key) : null;
  }
}
