// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import dev.clew.aws.messaging.KinesisEnvelope;
import dev.clew.aws.messaging.KinesisTracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What was sold, as records of a stream of Kinesis. Telling says nothing about tracing. */
@ApplicationScoped
public class Sales {

  @Inject KinesisClient kinesis;

  /** Empty where there is no Kinesis. */
  @Inject
  @ConfigProperty(name = "market.stream")
  Optional<String> stream;

  boolean isTold() {
    return stream.isPresent();
  }

  /** Makes the stream. */
  void create() {
    kinesis.createStream(with -> with.streamName(name()).shardCount(1));
    kinesis.waiter().waitUntilStreamExists(of -> of.streamName(name()));
  }

  void tell(JsonObject order) {
    if (isTold()) {
      kinesis.putRecord(
          put ->
              put.streamName(name())
                  .partitionKey(order.getString("customer"))
                  .data(SdkBytes.fromUtf8String(order.toString())));
    }
  }

  /** Where the stream begins. */
  String beginning() {
    String shard = kinesis.listShards(of -> of.streamName(name())).shards().get(0).shardId();
    return kinesis
        .getShardIterator(
            at ->
                at.streamName(name())
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  GetRecordsResponse read(String from) {
    return kinesis.getRecords(at -> at.shardIterator(from));
  }

  /** Has a sale processed, within the trace of who told of it. */
  void process(Record record, Consumer<InputStream> processing) {
    KinesisEnvelope envelope = KinesisEnvelope.open(record.data());
    KinesisTracing.process(
        name(), envelope, () -> processing.accept(envelope.data().asInputStream()));
  }

  private String name() {
    return stream.orElseThrow();
  }
}
