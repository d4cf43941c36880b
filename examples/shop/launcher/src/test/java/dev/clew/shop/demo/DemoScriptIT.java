// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./demo} up to where the build has ended, in a directory of its own: a Maven that builds
 * cannot run inside this build, so one that only says what Maven would say stands in for it.
 */
class DemoScriptIT {

  private static final String JAVA_HOME = System.getProperty("java.home");
  private static final String SOURCE =
      "examples/shop/launcher/src/main/java/dev/clew/shop/demo/BuildProgress.java";

  @TempDir Path clone;

  @BeforeEach
  void copyTheScript() throws IOException {
    Path original = Path.of(System.getProperty("demo.root"));
    Files.copy(original.resolve("demo"), clone.resolve("demo"));
    Files.createDirectories(clone.resolve(SOURCE).getParent());
    Files.copy(original.resolve(SOURCE), clone.resolve(SOURCE));
    Files.createFile(clone.resolve(SOURCE).resolveSibling("Other.java"));
    Files.createDirectories(clone.resolve("bin"));
  }

  @Test
  void explainsItself() throws Exception {
    try (StartedDemo demo = start("--help")) {
      assertThat(demo.awaitExit()).isZero();
      assertThat(demo.said())
          .startsWith("Usage: ./demo")
          .contains("--once", "--fail", "--aws", "--json", "JDK 17");
    }
  }

  @Test
  void saysWhatIsAllowed() throws Exception {
    try (StartedDemo demo = start("--twice")) {
      assertThat(demo.awaitExit()).isEqualTo(2);
      assertThat(demo.said())
          .contains("unknown option '--twice'; allowed: --once, --fail, --aws, --json FILE");
    }
  }

  @Test
  void refusesWhatIsNoPort() throws Exception {
    try (StartedDemo demo = start("--http-port", "http")) {
      assertThat(demo.awaitExit()).isEqualTo(2);
      assertThat(demo.said()).contains("a number from 1 to 65535, not 'http'");
    }
  }

  @Test
  void saysThatAPortIsTakenBeforeItBuilds() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        StartedDemo demo = start("--http-port", Integer.toString(taken.getLocalPort()))) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.said()).contains("port " + taken.getLocalPort() + " is taken");
    }
  }

  @Test
  void saysWhichMavenItFoundAndWhichItNeeds() throws Exception {
    maven("3.6.3", "17.0.1", "exit 0");
    try (StartedDemo demo = start()) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.said()).contains("Maven 3.8 or newer is needed; mvn is 3.6.3");
    }
  }

  @Test
  void saysWhichJavaItFoundAndWhichItNeeds() throws Exception {
    maven("3.8.7", "11.0.2", "exit 0");
    try (StartedDemo demo = start()) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.said()).contains("A JDK 17 or newer is needed; Maven runs on Java 11.0.2");
    }
  }

  @Test
  void saysThatADownloadFailed() throws Exception {
    maven(
        "3.9.9",
        "25",
        "echo '[ERROR] Could not transfer artifact a:b:zip:1 from central: unknown host'; exit 1");
    try (StartedDemo demo = start()) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.said()).contains("A download failed: Could not transfer artifact a:b:zip:1");
    }
  }

  @Test
  void buildsAgainOnlyWhatHasChanged() throws Exception {
    maven(
        "3.9.9",
        "17.0.1",
        "mkdir -p target/servers/a/.unpacked examples/shop/launcher/target && "
            + "touch target/servers/a/.unpacked/b examples/shop/launcher/target/shop-launcher.jar");

    assertThat(saidToTheEnd()).contains("Building");
    assertThat(saidToTheEnd()).doesNotContain("Building");

    Files.delete(clone.resolve(SOURCE).resolveSibling("Other.java"));
    assertThat(saidToTheEnd()).contains("Building");
  }

  @Test
  void buildsForAwsOnlyWhenAskedTo() throws Exception {
    maven(
        "3.9.9",
        "17.0.1",
        "mkdir -p target/servers/a/.unpacked examples/shop/launcher/target && "
            + "touch target/servers/a/.unpacked/b examples/shop/launcher/target/shop-launcher.jar && "
            + "echo \"$2\" > target/modules");

    assertThat(saidToTheEnd()).contains("Building");
    assertThat(clone.resolve("target/modules")).hasContent("examples/shop/launcher");
    assertThat(saidToTheEnd("--aws")).contains("Building");
    assertThat(clone.resolve("target/modules"))
        .content()
        .contains("examples/shop/market,aws-emulators");
    assertThat(saidToTheEnd("--aws")).doesNotContain("Building");
  }

  private String saidToTheEnd(String... arguments) throws Exception {
    try (StartedDemo demo = start(arguments)) {
      demo.awaitExit();
      return demo.said();
    }
  }

  @Test
  void leavesNoProcessWhenItIsTerminatedWhileItBuilds() throws Exception {
    maven("4.0.0", "17.0.1", "echo '[INFO] Building Shop 1 [1/1]'; sleep 600 & wait");
    try (StartedDemo demo = start()) {
      List<ProcessHandle> started = awaitBuild(demo);
      demo.handle().destroy();

      assertThat(demo.awaitExit()).isEqualTo(143);
      StartedDemo.awaitGone(started);
    }
  }

  @Test
  void leavesNoProcessWhenItIsKilledWhileItBuilds() throws Exception {
    maven("4.0.0", "17.0.1", "echo '[INFO] Building Shop 1 [1/1]'; sleep 600 & wait");
    try (StartedDemo demo = start()) {
      List<ProcessHandle> started = awaitBuild(demo);
      demo.handle().destroyForcibly();

      StartedDemo.awaitGone(started);
    }
  }

  private static List<ProcessHandle> awaitBuild(StartedDemo demo) {
    demo.awaitSaying("[1/1] Shop");
    await()
        .until(
            () ->
                demo.descendants().stream()
                    .anyMatch(process -> process.info().command().orElse("").endsWith("sleep")));
    return demo.descendants();
  }

  private StartedDemo start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(clone.resolve("demo").toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", JAVA_HOME);
    builder
        .environment()
        .merge("PATH", "", (path, none) -> clone.resolve("bin") + File.pathSeparator + path);
    return new StartedDemo(builder);
  }

  private void maven(String version, String java, String build) throws IOException {
    Path mvn = clone.resolve("bin/mvn");
    Files.writeString(
        mvn,
        """
        #!/bin/sh
        if [ "$1" = -v ]; then
          echo 'Apache Maven %s (0123)'
          echo 'Java version: %s, vendor: Someone, runtime: %s'
          exit 0
        fi
        %s
        """
            .formatted(version, java, JAVA_HOME, build));
    if (!mvn.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + mvn + " executable");
    }
  }
}
