// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Settings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code java -jar tracing-console.jar}: a collector until it is told to end. */
public final class Main {

  private static final int USAGE = 2;
  private static final int FAILED = 1;

  /** The libraries' own; held, because the JDK forgets levels of loggers that nobody holds. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.jboss"),
          Logger.getLogger("io.undertow"),
          Logger.getLogger("org.xnio"));

  /** Speaks of connections that broke, as those of closed pages do: nothing to mend. */
  private static final Logger CONNECTIONS = Logger.getLogger("io.undertow.request.io");

  private Main() {}

  /** Starts a collector; see {@code --help}. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      out.print(Help.text());
      return 0;
    }
    List<String> problems = new ArrayList<>();
    for (String argument : arguments) {
      problems.add("unknown argument: " + argument);
    }
    Settings settings = Settings.of(Settings::system, (id, problem) -> problems.add(problem));
    problems.addAll(Configuration.problems(settings, System.getProperties().stringPropertyNames()));
    if (!problems.isEmpty()) {
      problems.forEach(err::println);
      err.println("Try --help.");
      return USAGE;
    }
    return start(settings, out, err);
  }

  private static int start(Settings settings, PrintStream out, PrintStream err) {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    CONNECTIONS.setLevel(Level.OFF);
    Console console;
    try {
      console = Console.start(settings);
    } catch (Exception failed) {
      err.println("The collector did not start: " + Configuration.cause(failed));
      return FAILED;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(console), "clew-console-stop"));
    Exposure.warning(settings).ifPresent(err::println);
    out.println("Send traces to " + console.uri() + "/v1/traces");
    out.println("Look at them at " + console.uri() + "/");
    return 0;
  }

  private static void stop(Console console) {
    try {
      console.close();
    } catch (Exception failed) {
      Logger.getLogger("dev.clew.console")
          .log(Level.WARNING, "CLEW-0800: the collector did not stop cleanly", failed);
    }
  }
}
