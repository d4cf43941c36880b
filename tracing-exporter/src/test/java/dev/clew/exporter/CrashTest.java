// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process again and again, wherever it is, and looks whether all that it had ended arrives.
 * A few times as a test; {@code ./crash-test} does it hundreds of times.
 */
class CrashTest {

  private static final int KILLS = Integer.getInteger("clew.crash.kills", 12);
  private static final long SEED = Long.getLong("clew.crash.seed", 20261122);

  @TempDir Path directory;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private CrashReceiver first;
  private CrashReceiver second;

  @BeforeEach
  void start() throws IOException {
    first = new CrashReceiver();
    second = new CrashReceiver();
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void allThatHadEndedArrivesOnceAndInOrderHoweverOftenItIsKilled() throws Exception {
    for (int run = 0; run < KILLS; run++) {
      mayBeBusy(first);
      mayBeBusy(second);
      kill(run);
      first.crashed();
      second.crashed();
      if (KILLS >= 50 && run % 10 == 9) {
        System.out.printf("%d of %d kills: %s%n", run + 1, KILLS, summary(run + 1));
      }
      assertThat(first.faults()).isEmpty();
      assertThat(second.faults()).isEmpty();
    }
    deliver();

    long ended = ended(KILLS);
    String summary = "%d kills: %s, %d ended".formatted(KILLS, summary(KILLS), ended);
    System.out.println(summary);
    assertThat(first.faults()).as(summary).isEmpty();
    assertThat(second.faults()).as(summary).isEmpty();
    assertThat(lost(KILLS)).as(summary).isZero();
    assertThat(ended).as(summary).isPositive();
    assertThat(journals()).isEmpty();
  }

  private void mayBeBusy(CrashReceiver receiver) {
    receiver.refuse(random.nextInt(3) == 0 ? random.nextInt(1, 60) : 0);
  }

  /** Half of the time while it starts and takes over what is left, else while spans end. */
  private void kill(int run) throws Exception {
    boolean starting = random.nextBoolean();
    Process victim = start(ledger(run), run);
    try (BufferedReader says = victim.inputReader()) {
      String line = says.readLine();
      while (line != null && !line.equals(starting ? "starting" : "producing")) {
        line = says.readLine();
      }
      assertThat(line).as("what the victim says").isNotNull();
      long micros = random.nextInt(starting ? 150_000 : 300_000);
      assertThat(victim.waitFor(micros, TimeUnit.MICROSECONDS)).isFalse();
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  private void deliver() throws Exception {
    first.refuse(0);
    second.refuse(0);
    Process last = start(null, KILLS);
    try (BufferedReader says = last.inputReader()) {
      List<String> lines = says.lines().toList();
      assertThat(last.waitFor()).as(lines.toString()).isZero();
    }
    first.crashed();
    second.crashed();
  }

  private Process start(Path ledger, int run) throws IOException {
    return start(directory.resolve("journals"), ledger, run, first.port(), second.port());
  }

  static Process start(Path journals, Path ledger, int run, int... ports) throws IOException {
    return new ProcessBuilder(command(journals, ledger, run, ports))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What starts a victim. */
  static List<String> command(Path journals, Path ledger, int run, int... ports) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(CrashVictim.class.getName());
    command.add(journals.toString());
    command.add(ledger == null ? "" : ledger.toString());
    command.add(String.valueOf(run));
    IntStream.of(ports).mapToObj(String::valueOf).forEach(command::add);
    return command;
  }

  private Path ledger(int run) {
    return directory.resolve("ended-" + run);
  }

  private long ended(int runs) throws IOException {
    long ended = 0;
    for (int run = 0; run < runs; run++) {
      for (int producer = 0; producer < CrashVictim.PRODUCERS; producer++) {
        ended += ended(run, producer);
      }
    }
    return ended;
  }

  private long ended(int run, int producer) throws IOException {
    return Files.exists(ledger(run)) ? CrashVictim.ledger(ledger(run)).getLong(producer * 8) : 0;
  }

  private long lost(int runs) throws IOException {
    long lost = 0;
    for (int run = 0; run < runs; run++) {
      for (int producer = 0; producer < CrashVictim.PRODUCERS; producer++) {
        for (CrashReceiver receiver : List.of(first, second)) {
          lost += Math.max(0, ended(run, producer) - receiver.received(run, producer));
        }
      }
    }
    return lost;
  }

  private String summary(int runs) throws IOException {
    return "%d and %d spans delivered, %d lost or still to come, %d and %d twice"
        .formatted(first.spans(), second.spans(), lost(runs), first.twice(), second.twice());
  }

  private List<Path> journals() throws IOException {
    try (Stream<Path> all = Files.walk(directory.resolve("journals"))) {
      return all.filter(path -> path.toString().endsWith(".journal")).toList();
    }
  }
}
