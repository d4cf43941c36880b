// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import dev.clew.benchmarks.report.Environment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Finds out where it is measured. */
final class Machine {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  static Environment now(Effort effort, int threads) {
    return new Environment(
        Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
        commit(),
        processor()
            + ", "
            + SYSTEM.getAvailableProcessors()
            + " processors, "
            + Math.round(SYSTEM.getTotalMemorySize() / (double) (1 << 30))
            + " GB",
        System.getProperty("os.name") + ' ' + SYSTEM.getVersion() + ' ' + SYSTEM.getArch(),
        System.getProperty("java.vm.name") + ' ' + System.getProperty("java.runtime.version"),
        String.join(" ", JmhStep.FLAGS),
        effort.description(),
        threads,
        SYSTEM.getSystemLoadAverage());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(SYSTEM.getArch());
    } catch (IOException elsewhere) {
      return SYSTEM.getArch();
    }
  }

  /** With a plus sign where there is more than what was committed. */
  private static String commit() {
    String commit = git("rev-parse", "--short", "HEAD");
    boolean changed = !git("status", "--porcelain", "--untracked-files=no").isEmpty();
    return commit.isEmpty() ? "unknown" : commit + (changed ? "+" : "");
  }

  private static String git(String... arguments) {
    try {
      String[] command = new String[arguments.length + 1];
      command[0] = "git";
      System.arraycopy(arguments, 0, command, 1, arguments.length);
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException none) {
      return "";
    }
  }
}
