// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Collecting;
import dev.clew.exporter.testing.Gate;
import dev.clew.exporter.testing.Logs;
import dev.clew.exporter.testing.Spans;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who has which file of the directory, and what happens where none is to be had. */
@Timeout(120)
class SpoolTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final Logs logs = new Logs();
  private final Collecting sender = new Collecting();
  private final Gate gate = Gate.shut();

  @AfterEach
  void close() {
    gate.open();
    logs.close();
  }

  @Test
  void applicationsOfOneNameInOneProcessHaveTheirOwnFiles() throws Exception {
    SharedExporter first = start("shop", Map.of("a", gate));
    Exporters.offer(first, 0, "first");
    gate.awaitEntered();

    SharedExporter second = start("shop", Map.of("a", sender));
    Exporters.offer(second, 0, "second");

    assertThat(journals()).hasSize(2);
    assertThat(second.shutdown(LONG)).isTrue();
    assertThat(sender.spans()).containsExactly("shop  second");
    gate.open();
    assertThat(first.shutdown(LONG)).isTrue();
    assertThat(first.counts()).containsEntry("a.sent", 1L);
    assertThat(journals()).isEmpty();
    assertThat(logs.at(Level.WARNING)).isEmpty();
  }

  @Test
  void anApplicationWithClassesOfItsOwnLeavesAFileAloneUntilItIsGivenUp() throws Exception {
    SharedExporter first = start("shop", Map.of("a", gate));
    Exporters.offer(first, 0, "first");
    gate.awaitEntered();

    assertThat(startWithOtherClasses()).contains("a.replayed=0").contains("a.sent=0");
    first.shutdown(Duration.ofMillis(1));
    assertThat(startWithOtherClasses()).contains("a.replayed=1").contains("a.sent=1");

    assertThat(journals()).isEmpty();
  }

  private String startWithOtherClasses() throws Exception {
    List<URL> path = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(element).toUri().toURL());
    }
    try (URLClassLoader application =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> isolated = application.loadClass(Isolated.class.getName());
      assertThat(isolated).isNotSameAs(Isolated.class);
      @SuppressWarnings("unchecked")
      UnaryOperator<String> run =
          (UnaryOperator<String>) isolated.getDeclaredConstructor().newInstance();
      return run.apply(directory.toString());
    }
  }

  /** What an application does whose class loader shares nothing with ours. */
  public static final class Isolated implements UnaryOperator<String> {
    @Override
    public String apply(String where) {
      SharedExporter exporter = Exporters.in(where, Map.of("a", Gate.opened()));
      exporter.resource(Spans.resource("shop"));
      exporter.shutdown(LONG);
      return exporter.counts().toString();
    }
  }

  @Test
  void aRedeployedApplicationSendsWhatItLeft() throws Exception {
    SharedExporter before = start("shop", Map.of("a", gate));
    Exporters.offer(before, 0, "before");
    gate.awaitEntered();
    before.shutdown(Duration.ofMillis(1));

    SharedExporter after = start("shop", Map.of("a", sender));

    assertThat(after.shutdown(LONG)).isTrue();
    assertThat(sender.spans()).containsExactly("shop  before");
  }

  @Test
  void aProcessLeavesTheFilesOfAnotherAloneUntilThatIsGone() throws Exception {
    Process other = CrashTest.start(directory, directory.resolve("ended"), 7, closedPort());
    try {
      BufferedReader says = other.inputReader();
      assertThat(says.readLine()).isEqualTo("starting");
      assertThat(says.readLine()).isEqualTo("producing");
      SharedExporter beside = start("crash", Map.of("to-3", sender));
      assertThat(beside.counts()).containsEntry("to-3.replayed", 0L);
      assertThat(journals()).hasSize(2);
      assertThat(beside.shutdown(LONG)).isTrue();
    } finally {
      other.destroyForcibly().waitFor();
    }
    long ended = CrashVictim.ledger(directory.resolve("ended")).getLong(0);

    SharedExporter next = start("crash", Map.of("to-3", sender));

    assertThat(next.shutdown(LONG)).isTrue();
    assertThat(sender.spans())
        .filteredOn(span -> span.contains(" p0 "))
        .hasSizeGreaterThanOrEqualTo((int) ended);
    assertThat(journals()).isEmpty();
  }

  @Test
  void servicesDoNotSendForEachOther() throws Exception {
    for (String service : List.of("a/b", "a_b", "..", "A_B", "", "x".repeat(300))) {
      SharedExporter each = start(service, Map.of("a", Gate.shut()));
      Exporters.offer(each, 0, service);
      each.shutdown(Duration.ofMillis(1));
    }

    SharedExporter one = start("a_b", Map.of("a", sender));

    assertThat(one.shutdown(LONG)).isTrue();
    assertThat(sender.spans()).containsExactly("a_b  a_b");
    assertThat(journals())
        .hasSize(5)
        .allMatch(path -> path.getNameCount() == directory.getNameCount() + 2);
  }

  @Test
  void othersCannotReadWhatIsKept() throws Exception {
    SharedExporter exporter = start("shop", Map.of("a", sender));
    Path file = journals().get(0);

    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
    exporter.shutdown(LONG);
  }

  @Test
  void aFileInPlaceOfTheDirectoryIsReportedAndMemoryUsed() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "mine");

    assertWorksInMemory(Exporters.in(file, Map.of("a", sender)));

    assertThat(file).hasContent("mine");
  }

  @Test
  void aPathThatIsNoneIsReportedAndMemoryUsed() {
    assertWorksInMemory(Exporters.in("no\0path", Map.of("a", sender)));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDirectoryThatCannotBeWrittenIsReportedAndMemoryUsed() {
    assertWorksInMemory(Exporters.in("/proc", Map.of("a", sender)));
  }

  @Test
  void moreThanTheDiskHasIsReportedAndMemoryUsedAndWhatIsLeftOverStays() throws Exception {
    SharedExporter before = start("shop", Map.of("a", gate));
    Exporters.offer(before, 0, "before");
    gate.awaitEntered();
    before.shutdown(Duration.ofMillis(1));
    long more = Files.getFileStore(directory).getTotalSpace() + (1 << 20);

    assertWorksInMemory(Exporters.in(directory, more, Map.of("a", sender)));

    assertThat(journals()).hasSize(1);
    SharedExporter after = start("shop", Map.of("a", sender));
    assertThat(after.shutdown(LONG)).isTrue();
    assertThat(sender.spans()).containsExactly("shop  in memory", "shop  before");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullBeforeTheFileIsWholeIsReportedAndMemoryUsed() throws Exception {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f 4000; exec \"$@\"", "-"));
    command.addAll(CrashTest.command(directory, null, 0, closedPort()));
    Path log = directory.resolve("log");
    Process limited = new ProcessBuilder(command).redirectError(log.toFile()).start();

    List<String> says = limited.inputReader().lines().toList();

    assertThat(limited.waitFor()).as(says.toString()).isZero();
    assertThat(says).last().asString().contains("accepted=0").doesNotContain("kept");
    assertThat(Files.readString(log)).containsOnlyOnce("CLEW-0214").contains("File too large");
    assertThat(journals()).isEmpty();
  }

  private void assertWorksInMemory(SharedExporter exporter) {
    exporter.resource(Spans.resource("shop"));
    assertThat(Exporters.offer(exporter, 0, "in memory")).isTrue();
    assertThat(exporter.shutdown(LONG)).isTrue();
    assertThat(sender.spans()).containsExactly("shop  in memory");
    assertThat(exporter.counts()).containsEntry("a.sent", 1L).doesNotContainKey("a.kept");
    assertThat(logs.at(Level.WARNING)).filteredOn(line -> line.startsWith("CLEW-0214")).hasSize(1);
  }

  private SharedExporter start(String service, Map<String, Sender> senders) {
    SharedExporter exporter = Exporters.in(directory, senders);
    exporter.resource(Spans.resource(service));
    return exporter;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<Path> journals() throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(path -> path.toString().endsWith(".journal")).sorted().toList();
    }
  }
}
