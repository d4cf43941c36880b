// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.aws.FaultyProxy;
import dev.clew.aws.SenderRun;
import dev.clew.emulators.DynamoDb;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB Local without tables, and a sender to it through a proxy. */
abstract class OnLocalDynamoDb {

  static final Duration LONG = Duration.ofSeconds(60);
  static final Status ERROR =
      Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).build();

  /** When spans of {@link Batches} start. */
  static final long START = 1_700_000_000_000_000_000L;

  static DynamoDbClient db;
  private static DynamoDb server;

  FaultyProxy proxy;
  SenderRun run;

  @BeforeAll
  static void serve() throws Exception {
    server = DynamoDb.start();
    db =
        FakeAws.prepared(DynamoDbClient.builder(), server.uri())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stopServing() throws Exception {
    db.close();
    server.stop();
  }

  @BeforeEach
  void start() throws Exception {
    proxy = new FaultyProxy(server.uri()).every(0);
    run =
        new SenderRun("dynamodb")
            .set("clew.aws.dynamodb.endpoint", proxy.uri())
            .set("clew.aws.dynamodb.table.create", "true");
  }

  @AfterEach
  void stop() {
    run.close();
    proxy.close();
    db.listTables().tableNames().forEach(name -> db.deleteTable(table -> table.tableName(name)));
  }

  final SendResult send(String service, Span... spans) throws Exception {
    try (Sender sender = new DynamoDbSenderProvider().create(run.settings())) {
      return sender.send(Batches.of(service, spans), LONG);
    }
  }

  static List<Map<String, AttributeValue>> all(String table) {
    return db.scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  /** The summaries of traces. */
  static List<Map<String, AttributeValue>> parts() {
    return all("traces").stream().filter(item -> item.containsKey("start")).toList();
  }
}
