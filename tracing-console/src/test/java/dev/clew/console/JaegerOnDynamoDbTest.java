// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.console.store.dynamodb.LocalTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same answers from a collector that keeps spans in DynamoDB. */
class JaegerOnDynamoDbTest extends JaegerTest {

  private static LocalTables local;

  @BeforeAll
  static void startLocal() throws Exception {
    local = new LocalTables();
  }

  @AfterAll
  static void stopLocal() throws Exception {
    local.stop();
  }

  @Override
  Object[] store() {
    return local.options();
  }
}
