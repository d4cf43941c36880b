// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.Delivery;
import dev.clew.aws.sender.RequestSender;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Puts batches into a stream; records that a shard did not take are put again, alone. */
final class KinesisSender extends RequestSender<TraceRecord> {

  private final String stream;
  private final int maxRecord;
  private KinesisClient client;

  KinesisSender(AwsConnection connection, String stream, int maxRecord) {
    super(connection);
    this.stream = stream;
    this.maxRecord = maxRecord;
  }

  @Override
  protected String resource() {
    return stream;
  }

  @Override
  protected void connect(Duration timeout) {
    if (client == null) {
      client = connection().client(KinesisClient.builder(), timeout);
    }
  }

  @Override
  protected List<List<TraceRecord>> requests(Batch batch, Delivery delivery) throws IOException {
    return new Packing(maxRecord, delivery).requests(batch);
  }

  @Override
  protected List<TraceRecord> put(List<TraceRecord> records, Delivery delivery) {
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
  protected long spans(TraceRecord record) {
    return record.spans();
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
