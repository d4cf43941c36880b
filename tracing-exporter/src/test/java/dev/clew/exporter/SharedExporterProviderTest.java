// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;
import dev.clew.exporter.testing.JsonSpans;
import dev.clew.exporter.testing.Logs;
import dev.clew.exporter.testing.RawServer;
import dev.clew.exporter.testing.Receiver;
import dev.clew.exporter.testing.Spans;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SharedExporterProviderTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final Logs logs = new Logs();
  private final Receiver receiver = new Receiver();
  private final List<String> problems = new ArrayList<>();

  @AfterEach
  void close() {
    receiver.close();
    logs.close();
  }

  @Test
  void deliversToEverySenderThatIsConfigured() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    Exporter exporter =
        start(
            Map.of(
                "otel.traces.exporter",
                "otlp, file,otlp",
                "clew.exporter.file.path",
                file.toString()));
    exporter.resource(Spans.resource("shop"));
    int scope = exporter.scope(Spans.scope("dev.clew.http"));
    assertThat(exporter.scope(Spans.scope("dev.clew.http"))).isEqualTo(scope);

    assertThat(offer(exporter, scope, "GET /a")).isTrue();
    assertThat(exporter.flush(LONG)).isTrue();

    Receiver.Request request = receiver.take();
    assertThat(request.names()).containsExactly("GET /a");
    assertThat(JsonSpans.request(Files.readString(file))).isEqualTo(request.body());
    assertThat(exporter.shutdown(LONG)).isTrue();
    assertThat(exporter.counts())
        .containsExactly(
            Map.entry("accepted", 1L),
            Map.entry("refused", 0L),
            Map.entry("otlp.sent", 1L),
            Map.entry("otlp.retried", 0L),
            Map.entry("otlp.dropped", 0L),
            Map.entry("otlp.pending", 0L),
            Map.entry("file.sent", 1L),
            Map.entry("file.retried", 0L),
            Map.entry("file.dropped", 0L),
            Map.entry("file.pending", 0L));
    assertThat(problems).isEmpty();
  }

  @Test
  void deliversAFullBatchWithoutBeingAsked() throws Exception {
    Exporter exporter =
        start(Map.of("otel.bsp.max.export.batch.size", "3", "otel.bsp.schedule.delay", "1h"));

    for (String name : List.of("a", "b", "c")) {
      offer(exporter, 0, name);
    }

    assertThat(receiver.take().names()).containsExactly("a", "b", "c");
    exporter.shutdown(LONG);
  }

  @Test
  void triesAgainWhatTheReceiverHadNoTimeForAndLosesNothing() throws Exception {
    receiver.answers(503).answers(429);
    Exporter exporter = start(Map.of());
    offer(exporter, 0, "a");

    while (receiver.names().isEmpty()) {
      exporter.flush(LONG);
    }

    assertThat(exporter.shutdown(LONG)).isTrue();
    assertThat(receiver.names()).containsExactly("a");
    assertThat(exporter.counts())
        .containsEntry("otlp.sent", 1L)
        .containsEntry("otlp.retried", 2L)
        .containsEntry("otlp.dropped", 0L);
    assertThat(logs.at(Level.WARNING)).filteredOn(l -> l.startsWith("CLEW-0202")).hasSize(1);
    assertThat(logs.at(Level.INFO)).anyMatch(l -> l.contains("delivers again"));
  }

  @Test
  void theLogSaysWhereSpansGoAndWhatTheReceiverAnswered() throws Exception {
    receiver.answers(401);
    String url = receiver.url().replace("//", "//me:s3cret@");
    Path file = directory.resolve("traces.jsonl");
    Exporter exporter =
        start(
            Map.of(
                "otel.traces.exporter",
                "otlp,file",
                "otel.exporter.otlp.endpoint",
                url,
                "clew.exporter.file.path",
                file.toString()));
    offer(exporter, 0, "a");

    exporter.shutdown(LONG);

    String otlp = "sender otlp to " + receiver.url() + "/v1/traces: ";
    assertThat(logs.at(Level.INFO))
        .contains(otlp + "started", "sender file to " + file + ": started");
    assertThat(logs.at(Level.WARNING))
        .containsExactly("CLEW-0203: " + otlp + "a batch was refused: answered 401");
  }

  @Test
  void shutdownDoesNotWaitForAReceiverThatDoesNotAnswer() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawServer[] self = new RawServer[1];
    RawServer.Talk silent =
        socket -> {
          RawServer.readRequest(socket);
          asked.countDown();
          self[0].untilClosed();
        };
    try (RawServer server = self[0] = new RawServer(silent)) {
      Exporter exporter =
          start(
              Map.of(
                  "otel.exporter.otlp.endpoint", server.url(),
                  "otel.exporter.otlp.timeout", "1h",
                  "otel.bsp.export.timeout", "1h"));
      offer(exporter, 0, "a");
      exporter.flush(Duration.ZERO);
      asked.await();

      assertThat(exporter.shutdown(Duration.ofMillis(1))).isFalse();

      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals("clew-otlp"));
      assertThat(exporter.counts()).containsEntry("otlp.dropped", 1L);
    }
  }

  @Test
  void anUnknownSenderIsReportedWithThoseThatAreKnown() {
    Exporter exporter = start(Map.of("otel.traces.exporter", "zipkin,none"));

    exporter.shutdown(LONG);

    assertThat(problems)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("CLEW-0200")
        .contains("zipkin", "console", "file", "otlp", "logging", "none");
  }

  @Test
  void noneSendsNothing() {
    Exporter exporter = start(Map.of("otel.traces.exporter", "none"));

    assertThat(offer(exporter, 0, "a")).isTrue();

    assertThat(exporter.shutdown(LONG)).isTrue();
    assertThat(exporter.counts()).containsOnlyKeys("accepted", "refused");
    assertThat(problems).isEmpty();
  }

  @Test
  void loggingIsAnotherNameForConsole() {
    Exporter exporter = start(Map.of("otel.traces.exporter", "Logging"));

    exporter.shutdown(LONG);

    assertThat(exporter.counts()).containsKey("console.sent");
    assertThat(problems).isEmpty();
  }

  @Test
  void aSenderThatCannotBeMadeIsReportedAndTheOthersWork() {
    Exporter exporter =
        start(
            Map.of(
                "otel.traces.exporter", "otlp,console",
                "otel.exporter.otlp.endpoint", "https://localhost:1",
                "otel.exporter.otlp.certificate", directory.resolve("missing.pem").toString()));

    exporter.shutdown(LONG);

    assertThat(exporter.counts()).containsKey("console.sent").doesNotContainKey("otlp.sent");
    assertThat(problems).hasSize(1).first().asString().startsWith("CLEW-0201").contains("missing");
  }

  @Test
  void sendersOfTheApplicationAreFoundAndBrokenOnesReported() throws Exception {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(SenderProvider.class.getName()),
        "no.such.Provider\n" + OwnSenderProvider.class.getName() + "\n");
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    try (URLClassLoader application =
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      current.setContextClassLoader(application);
      Exporter exporter = start(Map.of("otel.traces.exporter", "own,otlp"));

      assertThat(offer(exporter, 0, "a")).isTrue();
      assertThat(exporter.shutdown(LONG)).isTrue();

      assertThat(exporter.counts()).containsEntry("own.sent", 1L).containsEntry("otlp.sent", 1L);
      assertThat(problems)
          .hasSize(1)
          .first()
          .asString()
          .startsWith("CLEW-0201")
          .contains("no.such.Provider");
    } finally {
      current.setContextClassLoader(before);
    }
  }

  @Test
  void aSenderThatCannotSayWhereItSendsToWorksAllTheSame() throws Exception {
    Sender odd =
        new Sender() {
          @Override
          public SendResult send(Batch batch, Duration timeout) {
            return SendResult.success();
          }

          @Override
          public String target() {
            throw new IllegalStateException("made by a test");
          }
        };
    SharedExporter exporter = Exporters.of(Map.of("odd", odd));

    assertThat(exporter.shutdown(LONG)).isTrue();

    assertThat(logs.at(Level.INFO)).contains("sender odd: started");
  }

  /** What an application would write. */
  public static final class OwnSenderProvider implements SenderProvider {
    @Override
    public String name() {
      return "own";
    }

    @Override
    public Sender create(Settings settings) {
      return (batch, timeout) -> SendResult.success();
    }
  }

  @Test
  void jmxShowsItForAsLongAsItRuns() throws Exception {
    String service = "a \"shop\", *=?\n";
    Exporter first = start(Map.of());
    Exporter second = start(Map.of());
    first.resource(Spans.resource(service));
    second.resource(Spans.resource(service));
    offer(second, 0, "a");
    offer(second, 0, "b");

    assertThat(attribute(service, 1, "Accepted")).isEqualTo(0L);
    assertThat(attribute(service, 2, "Accepted")).isEqualTo(2L);
    assertThat(attribute(service, 2, "Refused")).isEqualTo(0L);
    assertThat(attribute(service, 2, "Counts").toString()).contains("otlp.pending");

    first.shutdown(LONG);
    second.shutdown(LONG);
    second.resource(Spans.resource(service));
    assertThat(
            ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("dev.clew:*"), null))
        .isEmpty();
  }

  @Test
  void everyOptionHasADefaultThatCanBeUsed() {
    assertThat(ExporterOptions.all())
        .allSatisfy(option -> assertThat(option.defaultValue()).isNotNull())
        .extracting(Option::key)
        .doesNotHaveDuplicates();
  }

  private static Object attribute(String service, int id, String name) throws Exception {
    ObjectName bean =
        new ObjectName(
            "dev.clew:type=Exporter,application=" + ObjectName.quote(service) + ",id=" + id);
    return ManagementFactory.getPlatformMBeanServer().getAttribute(bean, name);
  }

  private static boolean offer(Exporter exporter, int scope, String name) {
    byte[] bytes = Spans.bytes(name);
    return exporter.offer(scope, bytes, 0, bytes.length);
  }

  private Exporter start(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.exporter.otlp.endpoint", receiver.url());
    settings.putAll(more);
    return ServiceLoader.load(ExporterProvider.class)
        .findFirst()
        .orElseThrow()
        .start(Settings.of(settings::get, (id, message) -> problems.add(id + ": " + message)));
  }
}
