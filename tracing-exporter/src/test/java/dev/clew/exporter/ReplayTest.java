// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Collecting;
import dev.clew.exporter.testing.Gate;
import dev.clew.exporter.testing.Logs;
import dev.clew.exporter.testing.Spans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one run leaves, the next one sends. */
@Timeout(120)
class ReplayTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(1);

  @TempDir Path directory;

  private final Logs logs = new Logs();
  private final Collecting quick = new Collecting();
  private final Collecting late = new Collecting();
  private final Gate gate = Gate.shut();

  @AfterEach
  void close() {
    gate.open();
    logs.close();
  }

  @Test
  void whatWasNotDeliveredIsSentByTheNextStartAsItWouldHaveBeen() throws Exception {
    SharedExporter first = start("shop", Map.of("a", gate));
    int http = first.scope(Spans.scope("http"));
    int sql = first.scope(Spans.scope("sql"));
    Exporters.offer(first, http, "1");
    Exporters.offer(first, sql, "2");
    Exporters.offer(first, 0, "3");
    gate.awaitEntered();
    assertThat(first.shutdown(SHORT)).isFalse();
    assertThat(first.counts())
        .containsEntry("accepted", 3L)
        .containsEntry("a.kept", 3L)
        .containsEntry("a.dropped", 0L)
        .containsEntry("a.pending", 0L);
    assertThat(logs.at(Level.WARNING)).anyMatch(line -> line.startsWith("CLEW-0216"));
    assertThat(logs.at(Level.WARNING)).noneMatch(line -> line.startsWith("CLEW-0207"));

    SharedExporter second = start("shop", Map.of("a", late));
    Exporters.offer(second, second.scope(Spans.scope("jms")), "4");
    assertThat(logs.at(Level.INFO)).anyMatch(line -> line.contains("takes over 3 spans"));

    assertThat(second.shutdown(LONG)).isTrue();
    assertThat(late.spans())
        .containsExactlyInAnyOrder("shop  3", "shop http 1", "shop sql 2", "shop jms 4");
    assertThat(late.spans()).last().isEqualTo("shop jms 4");
    assertThat(second.counts())
        .containsEntry("accepted", 1L)
        .containsEntry("a.replayed", 3L)
        .containsEntry("a.sent", 4L)
        .containsEntry("a.pending", 0L)
        .containsEntry("a.kept", 0L);
    assertThat(files()).isEmpty();
  }

  @Test
  void everySenderGetsWhatItHasNotAcknowledgedAndNothingTwice() throws Exception {
    SharedExporter first = start("shop", senders("quick", quick, "stuck", gate));
    for (int i = 0; i < 5; i++) {
      Exporters.offer(first, 0, "1." + i);
    }
    gate.awaitEntered();
    Awaitility.await().until(() -> first.counts().get("quick.sent") == 5);
    first.shutdown(SHORT);

    // The new one was not there: it gets what somebody has not acknowledged.
    Gate again = Gate.shut();
    Collecting fresh = new Collecting();
    SharedExporter second = start("shop", senders("fresh", fresh, "stuck", again, "quick", quick));
    assertThat(second.counts())
        .containsEntry("quick.replayed", 0L)
        .containsEntry("quick.pending", 0L)
        .containsEntry("stuck.replayed", 5L)
        .containsEntry("fresh.replayed", 5L);
    Exporters.offer(second, 0, "2.0");
    again.awaitEntered();
    Awaitility.await().until(() -> second.counts().get("quick.sent") == 1);
    Awaitility.await().until(() -> second.counts().get("fresh.sent") == 6);
    second.shutdown(SHORT);
    assertThat(second.counts())
        .containsEntry("quick.sent", 1L)
        .containsEntry("fresh.sent", 6L)
        .containsEntry("stuck.kept", 6L);

    SharedExporter third = start("shop", senders("quick", quick, "stuck", late, "fresh", fresh));
    assertThat(third.shutdown(LONG)).isTrue();
    List<String> all = List.of("1.0", "1.1", "1.2", "1.3", "1.4", "2.0");
    for (Collecting each : List.of(quick, late, fresh)) {
      assertThat(each.spans()).map(span -> span.substring(6)).isEqualTo(all);
    }
    assertThat(third.counts())
        .containsEntry("accepted", 0L)
        .containsEntry("quick.sent", 0L)
        .containsEntry("fresh.sent", 0L)
        .containsEntry("stuck.sent", 6L);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatASenderHadStillToGetThatIsGoneIsCountedAsDropped() throws Exception {
    SharedExporter first = start("shop", senders("quick", quick, "stuck", gate));
    for (int i = 0; i < 5; i++) {
      Exporters.offer(first, 0, "1." + i);
    }
    gate.awaitEntered();
    Awaitility.await().until(() -> first.counts().get("quick.sent") == 5);
    first.shutdown(SHORT);

    SharedExporter second = start("shop", Map.of("quick", quick));

    assertThat(second.counts()).containsEntry("lost", 5L).containsEntry("quick.replayed", 0L);
    assertThat(logs.at(Level.WARNING))
        .filteredOn(line -> line.startsWith("CLEW-0217"))
        .singleElement()
        .asString()
        .endsWith(": 5");
    assertThat(second.shutdown(LONG)).isTrue();
    assertThat(start("shop", Map.of("quick", quick)).counts()).containsEntry("lost", 0L);
  }

  @Test
  void whoComesInPlaceOfASenderThatIsGoneGetsWhatThatHadStillToGet() throws Exception {
    SharedExporter first = start("shop", senders("quick", quick, "stuck", gate));
    Exporters.offer(first, 0, "1");
    gate.awaitEntered();
    Awaitility.await().until(() -> first.counts().get("quick.sent") == 1);
    first.shutdown(SHORT);

    SharedExporter second = start("shop", senders("quick", quick, "new", late));

    assertThat(second.shutdown(LONG)).isTrue();
    assertThat(late.spans()).containsExactly("shop  1");
    assertThat(second.counts()).containsEntry("lost", 0L);
    assertThat(logs.at(Level.WARNING)).noneMatch(line -> line.startsWith("CLEW-0217"));
  }

  @Test
  void spansOfSeveralInstancesAreTakenOverUnderTheResourceThatMadeThem() throws Exception {
    // As two services, so that they have resources of their own, then put together.
    for (String service : List.of("one", "two")) {
      Gate shut = Gate.shut();
      SharedExporter each = start(service, Map.of("a", shut));
      Exporters.offer(each, each.scope(Spans.scope("http")), service);
      shut.awaitEntered();
      each.shutdown(SHORT);
    }
    for (Path file : files()) {
      Files.createDirectories(directory.resolve("three"));
      Files.move(file, directory.resolve("three").resolve(file.getFileName()));
    }

    SharedExporter third = start("three", Map.of("a", late));
    Exporters.offer(third, third.scope(Spans.scope("http")), "three");

    third.shutdown(LONG);
    assertThat(late.spans()).containsExactly("one http one", "two http two", "three http three");
  }

  @Test
  void moreThanItMayHoldIsDroppedOldestFirstAndCounted() throws Exception {
    SharedExporter first = start("shop", 8 << 20, Map.of("a", gate));
    Exporters.offer(first, 30_000);
    Exporters.offer(first, 0, "last");
    gate.awaitEntered();
    first.shutdown(SHORT);
    long kept = first.counts().get("a.kept");
    assertThat(kept).isEqualTo(30_001);

    SharedExporter second = start("shop", 1 << 20, Map.of("a", late));

    assertThat(second.shutdown(LONG)).isTrue();
    Map<String, Long> counts = second.counts();
    assertThat(counts).containsEntry("accepted", 0L).containsEntry("a.replayed", kept);
    assertThat(counts.get("a.dropped")).isPositive();
    assertThat(counts.get("a.sent") + counts.get("a.dropped")).isEqualTo(kept);
    assertThat(late.spans())
        .hasSize(counts.get("a.sent").intValue())
        .last()
        .isEqualTo("shop  last");
    assertThat(logs.at(Level.WARNING)).anyMatch(line -> line.startsWith("CLEW-0206"));
  }

  @Test
  void aLargeBacklogArrivesWholeAndInOrder() throws Exception {
    SharedExporter first = start("shop", Map.of("a", gate));
    IntStream.range(0, 10_000).forEach(i -> Exporters.offer(first, 0, "span-" + i));
    gate.awaitEntered();
    first.shutdown(SHORT);

    SharedExporter second = start("shop", Map.of("a", late));

    assertThat(second.shutdown(LONG)).isTrue();
    assertThat(late.spans())
        .isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> "shop  span-" + i).toList());
  }

  private SharedExporter start(String service, Map<String, Sender> senders) {
    return start(service, 4 << 20, senders);
  }

  private SharedExporter start(String service, long bytes, Map<String, Sender> senders) {
    SharedExporter exporter = Exporters.in(directory, bytes, senders);
    exporter.resource(Spans.resource(service));
    return exporter;
  }

  private static Map<String, Sender> senders(Object... namesAndSenders) {
    Map<String, Sender> senders = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSenders.length; i += 2) {
      senders.put((String) namesAndSenders[i], (Sender) namesAndSenders[i + 1]);
    }
    return senders;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(path -> path.toString().endsWith(".journal")).sorted().toList();
    }
  }
}
