// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the services of AWS are, and what the shop has to be told of them.
 *
 * @param kinesis empty where it is missing
 * @param missing why
 */
record AwsServices(URI sqs, URI dynamoDb, Optional<URI> kinesis, String missing) {

  /** The stream that spans are put into. */
  static final String STREAM = "traces";

  private static final String MISSING = "- ";

  /** Of what the emulators say. */
  static AwsServices of(String sqs, String dynamoDb, String kinesis) {
    boolean there = !kinesis.startsWith(MISSING);
    return new AwsServices(
        URI.create(sqs),
        URI.create(dynamoDb),
        there ? Optional.of(URI.create(kinesis)) : Optional.empty(),
        there ? "" : kinesis.substring(MISSING.length()));
  }

  /** What an administrator would set: the SDK's own variables, Clew's, and those of the market. */
  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    all.put("AWS_REGION", AwsQuestions.REGION);
    all.put("AWS_ACCESS_KEY_ID", "local");
    all.put("AWS_SECRET_ACCESS_KEY", "local");
    all.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
    all.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    all.put("OTEL_TRACES_EXPORTER", "otlp,dynamodb");
    all.put("CLEW_AWS_DYNAMODB_TABLE_CREATE", "true");
    kinesis.ifPresent(
        address -> {
          all.put("AWS_ENDPOINT_URL_KINESIS", address.toString());
          all.put("OTEL_TRACES_EXPORTER", "otlp,dynamodb,kinesis");
          all.put("CLEW_AWS_KINESIS_STREAM", STREAM);
          all.put("MARKET_STREAM", "sales");
        });
    return all;
  }
}
