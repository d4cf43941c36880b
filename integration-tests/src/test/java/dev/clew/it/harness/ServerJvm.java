// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Looks into the JVM of the server under test, which this JVM has started. */
public final class ServerJvm {

  private static final int REQUESTS = 32;

  private ServerJvm() {}

  /** The names of its threads that the drop-in has started. */
  public static List<String> clewThreads() throws IOException, InterruptedException {
    return jcmd("Thread.print").stream().filter(line -> line.startsWith("\"clew-")).toList();
  }

  /**
   * How many class loaders have loaded a class of that name, after a garbage collection. The
   * server's idle threads still have their last task on the stack, and with it the class loader of
   * the application that it was for; so they get something else to do first.
   */
  public static long classLoadersOf(Class<?> type) throws IOException, InterruptedException {
    Http.sideBySide("/", REQUESTS);
    jcmd("GC.run");
    String name = type.getName() + "/";
    return jcmd("VM.class_hierarchy").stream().filter(line -> line.contains(name)).count();
  }

  private static List<String> jcmd(String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid()), command)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = said.lines().toList();
      if (process.waitFor() != 0) {
        throw new IOException("jcmd " + command + " failed: " + lines);
      }
      return lines;
    }
  }

  /** The one JVM below this one, or started from where the server has been unpacked. */
  private static long pid() {
    String work = System.getProperty("it.work");
    String home = System.getProperty("it.server.home");
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(
            process -> {
              String line = process.info().commandLine().orElse("");
              return line.contains(work) && line.contains(home);
            })
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no server was started from here"))
        .pid();
  }
}
