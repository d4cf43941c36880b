// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.OnlyOn;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The libraries without a server, and without any API of Jakarta EE or MicroProfile. */
@ExtendWith(NothingLeft.class)
@OnlyOn("wildfly") // Once is enough: there is no server in it.
class PlainJavaIT {

  private static final Path SOURCES =
      Path.of(System.getProperty("it.root"), "integration-tests", "src", "test", "plain");
  private static final String MODULE = "dev.clew.it.plain";
  private static final String MAIN = MODULE + ".Stocktaking";

  @TempDir Path classes;

  @Test
  void areUsedFromTheClassPath() throws Exception {
    compile("--class-path", source(MAIN));

    String module = run("--class-path", libraries() + File.pathSeparator + classes, MAIN);

    assertThat(module).contains("\nunnamed module ");
    assertTraced();
  }

  @Test
  void areUsedFromTheModulePath() throws Exception {
    compile("--module-path", source("module-info"), source(MAIN));

    String module =
        run(
            "--module-path",
            libraries() + File.pathSeparator + classes,
            "--module",
            MODULE + "/" + MAIN);

    assertThat(module).contains("\nmodule " + MODULE);
    assertTraced();
  }

  private static void assertTraced() {
    assertThatTrace(OtlpReceiver.shared().takeTrace(2).trace()).hasTree("take stock > SELECT");
  }

  private void compile(String path, String... sources) {
    List<String> arguments = new ArrayList<>(List.of(path, libraries(), "-d", classes.toString()));
    arguments.addAll(List.of(sources));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exit).as("what the compiler returned").isZero();
  }

  private static String source(String name) {
    return SOURCES.resolve(name.replace('.', '/') + ".java").toString();
  }

  /** What the program prints: the module that it was in. */
  private static String run(String... arguments) throws Exception {
    Process program =
        new ProcessBuilder(
                Stream.of(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Dotel.exporter.otlp.endpoint=" + OtlpReceiver.shared().endpoint()),
                        Arrays.stream(arguments))
                    .flatMap(each -> each)
                    .toList())
            .redirectErrorStream(true)
            .start();
    String printed = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).as(printed).isZero();
    return printed;
  }

  private static String libraries() {
    String h2 = Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Stream.concat(Arrays.stream(Wars.dropIn()).map(File::getPath), Stream.of(h2))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
