// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import dev.clew.testkit.OtlpChecks;
import dev.clew.testkit.OtlpReceiver;
import dev.clew.testkit.TestTraces;
import dev.clew.testkit.Traces;
import java.util.ArrayList;
import java.util.List;

/** The receiver of all tests of a run, and whose spans it gets now. Not thread-safe. */
final class Session {

  private final Options options;
  private final OtlpReceiver receiver;
  private final List<TestTraces> testsOfClass = new ArrayList<>();
  private int classes;
  private Class<?> testClass = Object.class;
  private TestTraces test;

  Session(Options options) {
    this.options = options;
    this.receiver = OtlpReceiver.start(OtlpChecks.allowing(), options.limit(), options.address());
    this.test = receiver.traces();
  }

  Options options() {
    return options;
  }

  /** Whether anything is to be done for the tests of this class. */
  boolean watches() {
    return !testClass.isAnnotationPresent(Untraced.class);
  }

  Class<?> testClass() {
    return testClass;
  }

  void beginClass(Class<?> testClass) {
    this.testClass = testClass;
    classes++;
  }

  /** The same for all deployments of the current class, and no others. */
  private String sender() {
    return testClass.getSimpleName().replaceAll("\\W", "_") + "-" + classes;
  }

  /** Where all deployments of the current class send to. */
  String senderEndpoint() {
    return receiver.endpoint(sender());
  }

  /** Where tests within a container ask. */
  String endpoint() {
    return receiver.endpoint();
  }

  Traces traces() {
    return test;
  }

  void beginTest(String name) {
    test = receiver.begin(name, sender());
    testsOfClass.add(test);
  }

  /** The current test is over. */
  void endTest() {
    test.end();
    if (!options.failsForLeftovers()) {
      test.ignoreOthers();
    }
    fail(test.verdict());
  }

  /** All deployments of the class are gone, and have sent what they had. */
  void endClass() {
    List<String> late = testsOfClass.stream().flatMap(test -> test.leftovers().stream()).toList();
    testsOfClass.clear();
    fail(late);
  }

  void close() {
    receiver.close();
  }

  private static void fail(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n", problems));
    }
  }
}
