// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.exporter.testing.Collecting;
import dev.clew.exporter.testing.Gate;
import dev.clew.exporter.testing.Logs;
import dev.clew.exporter.testing.Spans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever has become of a journal's file: it starts, and what it sends is what once ended. */
@Timeout(120)
class CorruptionTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int SPANS = 5000;
  private static final int SEGMENT = 256 << 10;
  private static final int ROUNDS = 150;

  @TempDir Path directory;

  private final Logs logs = new Logs();
  private final List<String> all = new ArrayList<>();
  private byte[] intact;
  private Map<String, Long> counts;

  @BeforeEach
  void leaveAJournal() throws Exception {
    Gate gate = Gate.shut();
    SharedExporter exporter = Exporters.in(directory.resolve("from"), Map.of("a", gate));
    exporter.resource(Spans.resource("shop"));
    for (int i = 0; i < SPANS; i++) {
      String scope = "scope-" + i % 7;
      String name = "span-" + i + "-" + "x".repeat(i % 100);
      assertThat(Exporters.offer(exporter, exporter.scope(Spans.scope(scope)), name)).isTrue();
      all.add("shop " + scope + " " + name);
    }
    gate.awaitEntered();
    exporter.shutdown(Duration.ofMillis(1));
    intact = Files.readAllBytes(journals(directory.resolve("from")).get(0));
  }

  @AfterEach
  void close() {
    logs.close();
  }

  @Test
  void anIntactFileGivesAll() throws Exception {
    assertThat(start(intact, "intact")).containsExactlyInAnyOrderElementsOf(all);
    assertThat(logs.at(Level.WARNING)).noneMatch(line -> line.startsWith("CLEW-0215"));
  }

  @Test
  void whatIsDamagedIsLeftOutAndNothingElseIsSent() throws Exception {
    HashSet<String> known = new HashSet<>(all);
    long sent = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] damaged = damage(intact.clone(), random);
      List<String> spans = start(damaged, "round-" + seed);
      assertThat(spans).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(known).as("seed %d", seed).containsAll(spans);
      sent += spans.size();
    }
    assertThat(sent).isBetween(ROUNDS * (long) SPANS / 2, ROUNDS * (long) SPANS - 1);
    assertThat(logs.at(Level.WARNING)).anyMatch(line -> line.startsWith("CLEW-0215"));
  }

  @Test
  void oneDamagedByteCostsOneSpan() throws Exception {
    byte[] damaged = intact.clone();
    int middleOfSomeSpan = 2 * SEGMENT - 100_000;
    assertThat(damaged[middleOfSomeSpan]).isNotZero();
    damaged[middleOfSomeSpan] ^= 1;

    assertThat(start(damaged, "one")).hasSize(SPANS - 1);
    assertThat(logs.at(Level.WARNING))
        .anyMatch(line -> line.startsWith("CLEW-0215") && line.endsWith("1 spans"));
  }

  @Test
  void segmentsInAnotherOrderGiveAllInTheirOrder() throws Exception {
    byte[] swapped = intact.clone();
    System.arraycopy(intact, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
    System.arraycopy(intact, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);

    assertThat(start(swapped, "swapped")).isEqualTo(start(intact, "again")).hasSize(SPANS);
  }

  @Test
  void aFileOfAnotherVersionIsReportedAndNotRead() throws Exception {
    byte[] newer = intact.clone();
    newer[7]++;

    assertThat(start(newer, "newer")).isEmpty();
    assertThat(logs.at(Level.WARNING))
        .anyMatch(line -> line.startsWith("CLEW-0215") && line.contains("version"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 12, 20, 3000, SEGMENT, SEGMENT + 64, 3 * SEGMENT})
  void aFileThatWasCutIsReportedOnce(int length) throws Exception {
    List<String> spans = start(Arrays.copyOf(intact, length), "cut");

    assertThat(spans).hasSizeLessThan(SPANS);
    assertThat(logs.at(Level.WARNING))
        .filteredOn(line -> line.startsWith("CLEW-0215"))
        .singleElement()
        .asString()
        .endsWith(" spans, and its end");
  }

  @Test
  void whatStoodInASegmentThatIsGoneIsCounted() throws Exception {
    byte[] damaged = intact.clone();
    Arrays.fill(damaged, 2 * SEGMENT, 3 * SEGMENT, (byte) 0);

    int lost = SPANS - start(damaged, "gone").size();

    assertThat(lost).isBetween(1000, 2048);
    assertThat(logs.at(Level.WARNING))
        .anyMatch(line -> line.startsWith("CLEW-0215") && line.endsWith(" " + lost + " spans"));
    assertThat(counts).containsEntry("lost", (long) lost);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3000, SEGMENT, 3 * SEGMENT / 2})
  void aFileThatSomebodyDiedCreatingHasLostNothing(int length) throws Exception {
    assertThat(start(new byte[length], "young")).isEmpty();
    assertThat(logs.at(Level.WARNING)).noneMatch(line -> line.startsWith("CLEW-0215"));
    assertThat(counts).containsEntry("lost", 0L);
  }

  private static byte[] damage(byte[] bytes, SplittableRandom random) {
    int much = 1 << random.nextInt(10);
    switch (random.nextInt(6)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1 -> {
        int from = random.nextInt(bytes.length);
        Arrays.fill(bytes, from, Math.min(bytes.length, from + much * 100), (byte) 0);
      }
      case 2 -> {
        int from = random.nextInt(bytes.length);
        byte[] noise = new byte[Math.min(bytes.length - from, much * 100)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, from, noise.length);
      }
      case 3 -> {
        int from = random.nextInt(1, 4) * SEGMENT;
        int to = random.nextInt(1, 4) * SEGMENT;
        System.arraycopy(bytes.clone(), from, bytes, to, SEGMENT / 2);
      }
      case 4 -> flip(bytes, 64 << 10, much, random);
      default -> flip(bytes, bytes.length, much, random);
    }
    return bytes;
  }

  private static void flip(byte[] bytes, int below, int bits, SplittableRandom random) {
    for (int i = 0; i < bits; i++) {
      bytes[random.nextInt(below)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  /** Starts with that file left over; what is sent. */
  private List<String> start(byte[] file, String name) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name).resolve("shop"));
    Files.write(home.resolve("left.journal"), file);
    Collecting sender = new Collecting();
    SharedExporter exporter =
        Exporters.in(directory.resolve(name), 4 << 20, new HashMap<>(Map.of("a", sender)));
    exporter.resource(Spans.resource("shop"));
    assertThat(exporter.shutdown(LONG)).isTrue();
    counts = exporter.counts();
    assertThat(counts)
        .containsEntry("a.replayed", (long) sender.spans().size())
        .containsEntry("a.dropped", 0L);
    assertThat(journals(home)).isEmpty();
    return sender.spans();
  }

  private static List<Path> journals(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(".journal")).toList();
    }
  }
}
