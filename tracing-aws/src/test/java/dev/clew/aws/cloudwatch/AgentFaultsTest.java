// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import static dev.clew.aws.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.aws.Batches;
import dev.clew.aws.SenderRun;
import dev.clew.aws.cloudwatch.FaultyAgent.Fault;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent has not read to its end has not arrived. */
class AgentFaultsTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Batch BATCH = Batches.of("shop", span("1", "1").build());

  private final SenderRun run =
      new SenderRun("cloudwatch").set("clew.aws.cloudwatch.format", "emf");
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private FaultyAgent agent;

  @AfterEach
  void stop() throws IOException {
    run.close();
    agent.close();
  }

  @Test
  void allSpansAreCountedThroughFaults() throws Exception {
    int operations = 10_000;
    Map<String, Integer> counted = new ConcurrentHashMap<>();
    Fault[] all = Fault.values();
    use(
            n -> n % 10 == 0 ? all[1 + n / 10 % (all.length - 1)] : Fault.NONE,
            event ->
                counted.merge(
                    event.get("Operation").asText(), event.get("Requests").size(), Integer::sum))
        .come();
    run.set("clew.aws.cloudwatch.operations", String.valueOf(operations))
        .set("otel.bsp.max.export.batch.size", "1000")
        .set("otel.bsp.export.timeout", "2s");
    Tracer tracer = run.tracer();
    for (int i = 0; i < 100_000; i++) {
      tracer.spanBuilder("op-" + i % operations).startSpan().end();
    }

    assertThat(run.flush()).isTrue();
    run.close();
    assertThat(run.sent()).isEqualTo(100_000);
    assertThat(agent.connections()).as("with those that went wrong").isGreaterThan(110);
    assertThat(counted).hasSize(operations);
    assertThat(counted.values()).allMatch(count -> count >= 10);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatHasNotBeenReadToItsEndIsToBeSentAgain(Fault fault) throws Exception {
    use(n -> n == 1 ? fault : Fault.NONE, events::add).come();
    try (Sender sender = sender()) {
      assertThatThrownBy(() -> sender.send(BATCH, fault == Fault.READS_NOTHING ? SHORT : LONG))
          .isInstanceOf(IOException.class);
      assertThat(events).isEmpty();

      assertThat(sender.send(BATCH, LONG)).isEqualTo(SendResult.success());
      assertThat(events).hasSize(1);
    }
  }

  @Test
  void agentThatIsNotThereIsToBeTriedAgainUntilItComes() throws Exception {
    use(n -> Fault.NONE, events::add);
    try (Sender sender = sender()) {
      assertThatThrownBy(() -> sender.send(BATCH, LONG)).isInstanceOf(IOException.class);
      agent.come();

      assertThat(sender.send(BATCH, LONG)).isEqualTo(SendResult.success());
      assertThat(events).hasSize(1);
    }
  }

  @Test
  void waitingForAnAgentThatReadsNothingCanBeEnded() throws Exception {
    use(n -> Fault.READS_NOTHING, events::add).come();
    try (Sender sender = sender()) {
      CompletableFuture<Throwable> ended =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return new AssertionError(sender.send(BATCH, LONG));
                } catch (IOException | InterruptedException failed) {
                  return failed;
                }
              });
      Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> agent.connections() == 1);
      sender.abort();

      assertThat(ended.orTimeout(60, TimeUnit.SECONDS).join()).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> sender.send(BATCH, LONG)).hasMessage("stopped");
    }
  }

  private FaultyAgent use(IntFunction<Fault> faults, Consumer<JsonNode> events) throws IOException {
    agent = new FaultyAgent(faults, events);
    run.set("clew.aws.cloudwatch.emf.agent", agent.uri());
    return agent;
  }

  private Sender sender() {
    return new CloudWatchSenderProvider().create(run.settings());
  }
}
