// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.app.Api;
import dev.clew.it.app.LibraryLogs;
import dev.clew.it.app.LibraryLogsResource;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.OnlyOn;
import dev.clew.it.server.Shows;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application logs with Logback, which it brings because its server's log has no such fields.
 */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@OnlyOn({"payara", "micro", "glassfish", "liberty"})
@Shows(Capability.LOGS)
class LibraryLogsIT {

  private static final Path LOG = Path.of(System.getProperty("it.work"), "library-logs.log");

  @Deployment(testable = false)
  public static WebArchive logs() {
    return Wars.traced("logs", Api.class, LibraryLogs.class, LibraryLogsResource.class)
        .addAsLibraries(
            Arrays.stream(System.getProperty("it.logback").split(File.pathSeparator))
                .map(File::new)
                .toArray(File[]::new))
        .addAsResource(new StringAsset(logback()), "logback.xml");
  }

  @Test
  void linesShowTheSpanTheyWereWrittenIn() throws Exception {
    Http.get("/logs/api/logs");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    String request = trace.id() + " " + trace.span("GET /logs/api/logs").spanId();
    String bean = trace.id() + " " + trace.span("log").spanId();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(Files.readAllLines(LOG))
                    .containsExactly(
                        "[" + request + " 03] in the request",
                        "[" + bean + " 03] in a bean",
                        "[" + request + " 03] in the request"));
  }

  private static String logback() {
    return """
        <configuration>
          <appender name="FILE" class="ch.qos.logback.core.FileAppender">
            <file>%s</file>
            <append>false</append>
            <encoder>
              <pattern>[%%X{trace_id} %%X{span_id} %%X{trace_flags}] %%msg%%n</pattern>
            </encoder>
          </appender>
          <logger name="app.slf4j" level="INFO">
            <appender-ref ref="FILE"/>
          </logger>
        </configuration>
        """
        .formatted(LOG);
  }
}
