// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.console.config.ConsoleOptions;
import dev.clew.emulators.DynamoDb;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** DynamoDB Local, with tables of other names each time that somebody asks for settings. */
public final class LocalTables {

  private final AtomicInteger prefixes = new AtomicInteger();
  private final DynamoDb server;

  public LocalTables() throws Exception {
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    server = DynamoDb.start();
  }

  /** Options and values of a collector that keeps spans here, in tables of its own. */
  public Object[] options() {
    return new Object[] {
      ConsoleOptions.STORE,
      "dynamodb",
      AwsOptions.REGION,
      "eu-central-1",
      AwsOptions.DYNAMODB_ENDPOINT,
      server.uri(),
      AwsOptions.DYNAMODB_PREFIX,
      "test-" + prefixes.incrementAndGet() + "-",
      AwsOptions.DYNAMODB_CREATE,
      true,
    };
  }

  /** The same by their keys. */
  public Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    Object[] options = options();
    for (int i = 0; i < options.length; i += 2) {
      values.put(((Option<?>) options[i]).key(), options[i + 1].toString());
    }
    return values;
  }

  /** A store as a collector opens it. */
  static DynamoStoreBean open(Map<String, String> values) {
    DynamoStoreBean store = new DynamoStoreBean();
    store.settings = Settings.of(values);
    store.open();
    return store;
  }

  /** Ends it, with all tables. */
  public void stop() throws Exception {
    server.stop();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }
}
