// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.Sender;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How tests that share a server pass and fail. */
class SessionTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String ROOT = "";

  private Session session = session(Map.of());

  @AfterEach
  void close() {
    session.close();
  }

  private static Session session(Map<String, String> properties) {
    Session session = new Session(Options.of(properties));
    session.beginClass(SessionTest.class);
    session.beginTest("first");
    return session;
  }

  private Sender deployment() {
    return new Sender(session.senderEndpoint());
  }

  @Test
  void passesTestThatLooksAtItsTraces() throws Exception {
    deployment().send(TRACE_ID, ROOT, "one");
    assertThatTrace(session.traces()).hasTree("one");

    assertThatCode(session::endTest).doesNotThrowAnyException();
    assertThatCode(session::endClass).doesNotThrowAnyException();
  }

  @Test
  void failsTestThatDoesNotLookAtATrace() throws Exception {
    deployment().send(TRACE_ID, ROOT, "one");

    assertThatThrownBy(session::endTest)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the test first did not look at")
        .hasMessageContaining("shop: one (internal)");
  }

  @Test
  void failsClassWhoseTracesComeLate() throws Exception {
    deployment().send(TRACE_ID, ROOT, "one");
    assertThatTrace(session.traces()).hasTree("one");
    session.endTest();
    deployment().send(TRACE_ID, ROOT, "late");
    session.beginTest("second");
    session.endTest();

    assertThatThrownBy(session::endClass)
        .hasMessageContaining("the test first did not look at")
        .hasMessageContaining("shop: late (internal)");
  }

  @Test
  void passesTestsThatNeedNotLookAtAll() throws Exception {
    session.close();
    session = session(Map.of("leftovers", "ignore"));
    deployment().send(TRACE_ID, ROOT, "one");

    assertThatCode(session::endTest).doesNotThrowAnyException();
  }

  @Test
  void keepsClassesApart() throws Exception {
    Sender before = deployment();
    session.endTest();
    session.beginClass(SessionTest.class);
    session.beginTest("of another class");
    before.send(TRACE_ID, ROOT, "of the class before");

    assertThatCode(session::endTest).doesNotThrowAnyException();
  }
}
