// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.AwsSender;
import dev.clew.aws.sender.Delivery;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Puts batches into a stream; records that a shard did not take are put again, alone. */
final class KinesisSender extends AwsSender {

  private final String stream;
  private final int maxRecord;
  private KinesisClient client;

  KinesisSender(AwsConnection connection, String stream, int maxRecord) {
    super(connection);
    this.stream = stream;
    this.maxRecord = maxRecord;
  }

  @Override
  protected SendResult deliver(Batch batch, Duration timeout)
      throws IOException, InterruptedException {
    if (client == null) {
      client = connection().client(KinesisClient.builder(), timeout.dividedBy(3));
    }
    Delivery delivery = new Delivery(connection(), timeout);
    for (List<TraceRecord> request : new Packing(maxRecord, delivery).requests(batch)) {
      for (TraceRecord refused : delivery.complete(request, this::put)) {
        delivery.reject(refused.spans(), "Kinesis refused a record");
      }
    }
    return delivery.result();
  }

  private List<TraceRecord> put(List<TraceRecord> records) {
    PutRecordsResponse answer =
        client.putRecords(
            put ->
                put.streamName(stream).records(records.stream().map(TraceRecord::entry).toList()));
    List<TraceRecord> failed = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      if (answer.records().get(i).errorCode() != null) {
        failed.add(records.get(i));
      }
    }
    return failed;
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
