// SPDX-License-Identifier: Apache-2.0
package dev.clew.emulators;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** All of them in one process, for who cannot have them in his own. */
public final class Emulators {

  private Emulators() {}

  /**
   * Starts them, and prints a line each: its name, and where it is, or {@code -} and why it is not
   * there; then {@code ready}. Runs until the process is ended.
   *
   * @param arguments where kinesis-local is installed to
   */
  public static void main(String[] arguments) throws Exception {
    print("sqs", Sqs.start().uri());
    print("dynamodb", DynamoDb.start().uri());
    print("kinesis", kinesis(Path.of(arguments[0])));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  private static Object kinesis(Path home) throws Exception {
    try {
      return Kinesis.start(home).uri();
    } catch (NotInstalledException missing) {
      return "- " + missing.getMessage();
    }
  }

  private static void print(String name, Object where) {
    System.out.println(name + " " + where);
  }
}
