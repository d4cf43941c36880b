// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.app.Api;
import dev.clew.it.app.LogResource;
import dev.clew.it.app.LogSteps;
import dev.clew.it.app.LogsAround;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.OnlyOn;
import dev.clew.it.server.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application logs with what WildFly offers, in a pattern that shows the ids of spans. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@OnlyOn("wildfly")
@Shows(Capability.LOGS)
class LogsIT {

  private static final Path LOG = Path.of(System.getProperty("it.work"), "logs.log");

  @Deployment(testable = false)
  public static WebArchive logs() {
    return Wars.traced("logs", Api.class, LogResource.class, LogSteps.class, LogsAround.class)
        .addAsManifestResource(new StringAsset(logging()), "logging.properties");
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
                assertThat(lines())
                    .containsExactly(
                        "[  ] app.jul before the request",
                        "[" + request + " 03] app.jul in the request",
                        "[" + bean + " 03] app.jboss in a bean",
                        "[" + bean + " 03] app.slf4j in a bean",
                        "[" + request + " 03] app.jul in a task",
                        "[" + request + " 03] app.jul in the request again",
                        "[  ] app.jul after the request"));
  }

  private static List<String> lines() throws Exception {
    return Files.readAllLines(LOG).stream().filter(line -> line.contains("] app.")).toList();
  }

  private static String logging() {
    return """
        logger.level=INFO
        logger.handlers=FILE
        handler.FILE=org.jboss.logmanager.handlers.FileHandler
        handler.FILE.formatter=IDS
        handler.FILE.properties=append,autoFlush,fileName
        handler.FILE.append=false
        handler.FILE.autoFlush=true
        handler.FILE.fileName=%s
        formatter.IDS=org.jboss.logmanager.formatters.PatternFormatter
        formatter.IDS.properties=pattern
        formatter.IDS.pattern=[%%X{trace_id} %%X{span_id} %%X{trace_flags}] %%c %%s%%n
        """
        .formatted(LOG);
  }
}
