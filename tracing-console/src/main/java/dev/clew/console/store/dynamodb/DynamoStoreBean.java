// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.aws.Untraced;
import dev.clew.aws.dynamodb.DynamoDbSenderProvider;
import dev.clew.aws.dynamodb.SpanTables;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.SpanWriter;
import io.opentelemetry.context.Scope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/** Opens the store in DynamoDB, and closes it; DynamoDB itself keeps house. */
@ApplicationScoped
public class DynamoStoreBean {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");

  /** How long it may take to make tables. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Settings settings;

  private SpanTables tables;
  private DynamoWriter writer;
  private Parallel parallel;

  /** Tables and rights have to be there; DynamoDB itself may be away, and what comes in waits. */
  @PostConstruct
  void open() {
    try {
      tables = SpanTables.open(settings);
      prepare();
    } catch (SdkException failed) {
      throw refusal(Advice.of(failed), failed);
    } catch (IOException failed) {
      throw refusal(failed.getMessage(), failed);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw refusal("interrupted", ending);
    }
    writer = new DynamoWriter(new DynamoDbSenderProvider().create(settings));
    parallel = new Parallel();
  }

  private void prepare() throws IOException, InterruptedException {
    Scope untraced = Untraced.open();
    try {
      tables.prepare(PATIENCE);
    } catch (SdkException failed) {
      if (Advice.isForPeople(failed)) {
        throw failed;
      }
      LOGGER.warning(
          "CLEW-0840: DynamoDB did not answer; what comes in waits in the log: "
              + Printable.of(failed.getMessage(), 200));
    } finally {
      untraced.close();
    }
  }

  /** Who starts a collector is shown the cause at the bottom, and that is to be the advice. */
  private static IllegalStateException refusal(String advice, Exception failure) {
    IllegalStateException refusal =
        new IllegalStateException(
            "DynamoDB cannot be used: %s (%s)"
                .formatted(advice, Printable.of(failure.getMessage(), 200)));
    refusal.addSuppressed(failure);
    return refusal;
  }

  @Produces
  @Singleton
  SpanWriter writer() {
    return writer;
  }

  @Produces
  @Singleton
  SpanReader reader() {
    return new DynamoReader(tables, parallel);
  }

  @PreDestroy
  void close() {
    parallel.close();
    writer.close();
    tables.close();
  }
}
