// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The stream of Kinesis that Clew puts spans into. */
final class SpanStream {

  /** A record: which spans are in it, and what shard it went to by which key. */
  record SpanRecord(String partitionKey, List<ServiceSpan> spans) {}

  private final AwsQuestions kinesis;
  private final List<SpanRecord> read = new ArrayList<>();
  private String next;

  private SpanStream(AwsQuestions kinesis) {
    this.kinesis = kinesis;
  }

  /** Makes it, with one shard. */
  static SpanStream create(URI service) throws IOException, InterruptedException {
    SpanStream stream = new SpanStream(AwsQuestions.toKinesis(service));
    stream.kinesis.ask("CreateStream", Map.of("StreamName", AwsServices.STREAM, "ShardCount", 1));
    return stream;
  }

  /** The records so far whose key is this trace's id, the earliest first. */
  List<SpanRecord> records(String traceId) throws IOException, InterruptedException {
    JsonNode answer;
    do {
      answer = kinesis.ask("GetRecords", Map.of("ShardIterator", next == null ? start() : next));
      next = answer.get("NextShardIterator").textValue();
      for (JsonNode record : answer.get("Records")) {
        read.add(parsed(record));
      }
    } while (!answer.get("Records").isEmpty());
    return read.stream().filter(record -> record.partitionKey().equals(traceId)).toList();
  }

  private String start() throws IOException, InterruptedException {
    JsonNode shards = kinesis.ask("ListShards", Map.of("StreamName", AwsServices.STREAM));
    return kinesis
        .ask(
            "GetShardIterator",
            Map.of(
                "StreamName",
                AwsServices.STREAM,
                "ShardId",
                shards.at("/Shards/0/ShardId").textValue(),
                "ShardIteratorType",
                "TRIM_HORIZON"))
        .get("ShardIterator")
        .textValue();
  }

  /** Anybody reads the data by OTLP alone. */
  private static SpanRecord parsed(JsonNode record) throws InvalidProtocolBufferException {
    byte[] data = Base64.getDecoder().decode(record.get("Data").textValue());
    return new SpanRecord(
        record.get("PartitionKey").textValue(),
        ExportTraceServiceRequest.parseFrom(data).getResourceSpansList().stream()
            .flatMap(ServiceSpan::of)
            .toList());
  }
}
