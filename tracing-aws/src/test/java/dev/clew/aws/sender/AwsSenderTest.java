// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import static dev.clew.aws.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.AwsOptions;
import dev.clew.aws.AwsOptions.HttpClientKind;
import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.aws.SenderRun;
import dev.clew.aws.kinesis.KinesisSenderProvider;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import dev.clew.testkit.TracingExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** What all senders do alike, by the one that needs least; every span has to be looked at. */
class AwsSenderTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String TAKEN =
      "{\"Records\": [{\"SequenceNumber\": \"1\", \"ShardId\": \"s\"}]}";

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private FakeAws aws;
  private SenderRun run;
  private Sender sender;
  private final Batch batch = Batches.of("shop", span("1", "1").build());

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
    run =
        new SenderRun("kinesis")
            .set("clew.aws.kinesis.stream", "traces")
            .set("clew.aws.kinesis.endpoint", aws.uri().toString());
    sender = new KinesisSenderProvider().create(run.settings());
  }

  @AfterEach
  void stop() throws IOException {
    sender.close();
    run.close();
    aws.close();
  }

  @Test
  void callsOfSendersAreNotTraced() throws Exception {
    aws.answer(TAKEN);
    assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());

    try (KinesisClient application = aws.client(KinesisClient.builder())) {
      application.listStreams();
    }
    assertThat(tracing.takeOne().name()).isEqualTo("Kinesis.ListStreams");
    assertThat(aws.requests().get(0).headers()).doesNotContainKey("X-Amzn-Trace-Id");
  }

  @Test
  void whatIsThrottledIsSentAgainAfterPauses() throws Exception {
    String throttled = "{\"__type\": \"ThrottlingException\", \"message\": \"slow down\"}";
    aws.answer(400, Map.of(), throttled).answer(503, Map.of(), "").answer(TAKEN);

    assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());
    assertThat(aws.requests()).hasSize(3);
  }

  @Test
  void logIsToldWhatIsWrittenToAndWhereWithoutSecrets() throws IOException {
    assertThat(sender.target()).isEqualTo("traces at " + aws.uri());

    use("clew.aws.kinesis.endpoint", "https://user:secret@kinesis.example");
    assertThat(sender.target()).isEqualTo("traces at https://kinesis.example");

    use("clew.aws.kinesis.endpoint", "");
    assertThat(sender.target()).isEqualTo("traces at " + run.settings().get(AwsOptions.REGION));
  }

  @Test
  void rightsThatAreMissingAreNoReasonToGiveUp() throws Exception {
    String denied = "{\"__type\": \"AccessDeniedException\", \"message\": \"not allowed\"}";
    aws.answer(400, Map.of(), denied).answer(403, Map.of(), denied).answer(TAKEN);

    assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());
  }

  @ParameterizedTest
  @EnumSource
  void requestsGoThroughEveryClientOfTheSdk(HttpClientKind kind) throws Exception {
    use(kind);
    aws.answer(503, Map.of(), "").answer(TAKEN);

    assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());
    assertThat(aws.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void serviceThatIsSilentIsGivenUpWithEveryClient(HttpClientKind kind) throws Exception {
    use(kind);
    aws.silence();

    assertThatThrownBy(() -> sender.send(batch, Duration.ofSeconds(3)))
        .isInstanceOf(IOException.class);
  }

  /** The JDK's own that keeps connections, and this test's, are no threads of a sender's. */
  @ParameterizedTest
  @EnumSource
  void noThreadIsLeftOfASenderThatIsClosed(HttpClientKind kind) throws Exception {
    use(kind);
    aws.answer(TAKEN);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());
    sender.close();

    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread) || isOfCrt(thread))
                    .extracting(Thread::getName)
                    .filteredOn(name -> !name.equals("Keep-Alive-Timer"))
                    .isEmpty());
  }

  /** They are shared, so that an earlier client may have started them. */
  private static boolean isOfCrt(Thread thread) {
    return thread.getName().startsWith("AwsEventLoop");
  }

  private void use(HttpClientKind kind) throws IOException {
    use("clew.aws.http.client", kind.name().toLowerCase(Locale.ROOT));
  }

  private void use(String key, String value) throws IOException {
    sender.close();
    run.set(key, value);
    sender = new KinesisSenderProvider().create(run.settings());
  }

  @ParameterizedTest
  @EnumSource
  void callThatIsUnderWayCanBeEnded(HttpClientKind kind) throws IOException {
    use(kind);
    aws.silence();
    CompletableFuture<Throwable> ended =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new AssertionError(sender.send(batch, LONG));
              } catch (IOException | InterruptedException failed) {
                return failed;
              }
            });
    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> !aws.requests().isEmpty());
    sender.abort();

    assertThat(ended.orTimeout(50, TimeUnit.SECONDS).join()).isInstanceOf(IOException.class);
    assertThat(aws.requests()).hasSize(1);
  }
}
