// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.config.Settings;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.BatchBuilder;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Batches;
import dev.clew.exporter.testing.JsonSpans;
import dev.clew.exporter.testing.Spans;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileSenderTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void writesEachBatchAsOneLineThatSaysTheSame() throws Exception {
    Path file = directory.resolve("new/traces.jsonl");
    Batch first = Batches.of("a", "b", "c");
    Batch second = Batches.of("d");
    try (Sender sender = sender(file, Map.of())) {
      assertThat(sender.send(first, LONG)).isEqualTo(SendResult.success());
      sender.send(second, LONG);
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(JsonSpans.request(lines.get(0))).isEqualTo(parsed(first));
    assertThat(JsonSpans.request(lines.get(1))).isEqualTo(parsed(second));
  }

  @Test
  void writesARequestEvenWhereNothingIsKnownOfItsOrigin() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    byte[] nothing = {};
    byte[] span = Spans.bytes("a");
    BatchBuilder builder = new BatchBuilder();
    builder.add(0, span, 0, span.length);
    Batch batch = builder.build(nothing, scope -> nothing);
    try (Sender sender = sender(file, Map.of())) {
      sender.send(batch, LONG);
    }

    assertThat(JsonSpans.request(Files.readString(file))).isEqualTo(parsed(batch));
  }

  @Test
  void leavesOutASpanThatIsNoneAndWritesTheOthers() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    byte[] good = Spans.bytes("good");
    byte[] bad = {(byte) 0xff};
    BatchBuilder builder = new BatchBuilder();
    builder.add(0, bad, 0, 1);
    builder.add(0, good, 0, good.length);
    builder.add(0, bad, 0, 1);
    try (Sender sender = sender(file, Map.of())) {
      SendResult result = sender.send(builder.build(bad, scope -> bad), LONG);
      assertThat(result.outcome()).isEqualTo(SendResult.Outcome.PARTIAL);
      assertThat(result.rejected()).isEqualTo(2);
    }

    assertThat(
            JsonSpans.request(Files.readString(file))
                .getResourceSpans(0)
                .getScopeSpans(0)
                .getSpansList())
        .containsExactly(Spans.span("good"));
  }

  @Test
  void rotatesByBytesAndKeepsSoManyFiles() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    Map<String, String> settings =
        Map.of("clew.exporter.file.size", "1024", "clew.exporter.file.count", "3");
    try (Sender sender = sender(file, settings)) {
      for (int i = 0; i < 20; i++) {
        sender.send(Batches.of("span-" + i), LONG);
      }
    }

    try (var files = Files.list(directory)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("traces.jsonl", "traces.jsonl.1", "traces.jsonl.2");
    }
    assertThat(Files.readString(file)).contains("span-19");
    assertThat(Files.size(file)).isLessThanOrEqualTo(1024);
    assertThat(Files.readString(directory.resolve("traces.jsonl.1"))).contains("span-17");
  }

  @Test
  void startsAnewWhereOnlyOneFileIsKept() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    Map<String, String> settings =
        Map.of("clew.exporter.file.size", "1024", "clew.exporter.file.count", "1");
    try (Sender sender = sender(file, settings)) {
      for (int i = 0; i < 20; i++) {
        sender.send(Batches.of("span-" + i), LONG);
      }
    }

    assertThat(directory.toFile().list()).containsExactly("traces.jsonl");
    assertThat(Files.readString(file)).contains("span-19").doesNotContain("span-0\"");
  }

  @Test
  void appendsBehindAHalfLineThatAKilledProcessLeft() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    Files.writeString(file, "{\"resourceSp");
    try (Sender sender = sender(file, Map.of())) {
      sender.send(Batches.of("a"), LONG);
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(JsonSpans.request(lines.get(1))).isEqualTo(parsed(Batches.of("a")));
  }

  @Test
  void startsANewFileWhenTheOldOneWasTakenAway() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    try (Sender sender = sender(file, Map.of())) {
      sender.send(Batches.of("a"), LONG);
      Files.move(file, directory.resolve("archived"));
      sender.send(Batches.of("b"), LONG);
    }

    assertThat(Files.readAllLines(file)).hasSize(1).first().asString().contains("\"b\"");
  }

  @Test
  void goesOnBehindWhatSomebodyCutOffAndInTheFileThatSomebodyPutThere() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    try (Sender sender = sender(file, Map.of())) {
      sender.send(Batches.of("a"), LONG);
      Files.write(file, new byte[0]);
      sender.send(Batches.of("b"), LONG);
      assertThat(Files.readAllLines(file)).hasSize(1).first().asString().contains("\"b\"");

      Files.move(file, directory.resolve("archived"));
      Files.createFile(file);
      sender.send(Batches.of("c"), LONG);
    }

    assertThat(Files.readAllLines(file)).hasSize(1).first().asString().contains("\"c\"");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsTriedAgain() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    Files.createSymbolicLink(file, Path.of("/dev/full"));
    try (Sender sender = sender(file, Map.of())) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> sender.send(Batches.of("a"), LONG))
            .isInstanceOf(IOException.class);
      }
      Files.delete(file);
      assertThat(sender.send(Batches.of("a"), LONG)).isEqualTo(SendResult.success());
    }

    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void goesOnOnceTheFileCanBeWritten() throws Exception {
    Path file = directory.resolve("traces.jsonl");
    Files.createDirectory(file);
    try (Sender sender = sender(file, Map.of())) {
      assertThatThrownBy(() -> sender.send(Batches.of("a"), LONG)).isInstanceOf(IOException.class);
      Files.delete(file);
      assertThat(sender.send(Batches.of("a"), LONG)).isEqualTo(SendResult.success());
    }

    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  private static ExportTraceServiceRequest parsed(Batch batch) throws IOException {
    return ExportTraceServiceRequest.parseFrom(batch.toByteArray());
  }

  private static Sender sender(Path file, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("clew.exporter.file.path", file.toString());
    return new FileSenderProvider().create(Settings.of(settings));
  }
}
