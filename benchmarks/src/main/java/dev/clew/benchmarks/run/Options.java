// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What was asked for on the command line.
 *
 * @param full all sampling rates, more processes and longer iterations
 * @param include names of the layers or benchmarks wanted
 * @param threads that measure at once
 * @param json where all figures go; an HTML page goes beside it
 * @param readme a result to write the README's table and picture from, instead of measuring; or
 *     {@code null}
 */
record Options(boolean full, Pattern include, int threads, Path json, Path readme) {

  static final String HELP =
      """
      Usage: ./benchmark [--full] [--include REGEX] [--threads N] [--java HOME] [--json FILE]
             ./benchmark --readme FILE
             ./benchmark --server ...   a server under load: see ./benchmark --server --help

      Measures what tracing costs, beside other tracers, and says which of Clew's
      targets are met. Takes up to ten minutes, with --full three hours.
      Close what else runs: a ratio that is too noisy is not printed.

        --full           every layer, tracer and sampling rate, more processes, longer
                         iterations
        --include REGEX  only layers or benchmarks whose name matches, in any case: span,
                         tree, two_threads, virtual (from Java 21 on), child, hop, bean,
                         servlet, rest, sql, message, encode, export
        --threads N      how many threads measure at once; 1 if not given
        --java HOME      the Java that is measured; if not given, that of JAVA_HOME, or
                         else the one on the PATH
        --json FILE      where all figures go; benchmarks/target/benchmark.json if not
                         given. A page with charts goes beside it, ending in .html
        --readme FILE    measures nothing: writes the README's table and picture
                         from such a file
        --server         measures a WildFly under load instead; has options of its own
        --help           this text
      """;

  private static final int MAX_THREADS = 64;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong, and what is allowed
   */
  static Options parse(String... arguments) {
    boolean full = false;
    Pattern include = Pattern.compile("");
    int threads = 1;
    Path json = Path.of("target", "benchmark.json");
    Path readme = null;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--full" -> full = true;
        case "--include" -> include = pattern(value(arguments, ++i));
        case "--threads" -> threads = threads(value(arguments, ++i));
        case "--json" -> json = json(value(arguments, ++i));
        case "--readme" -> readme = Path.of(value(arguments, ++i));
        default ->
            throw new IllegalArgumentException(
                "unknown option '"
                    + arguments[i]
                    + "'; allowed: --full, --include REGEX, --threads N, --java HOME,"
                    + " --json FILE, --readme FILE, --help");
      }
    }
    return new Options(full, include, threads, json, readme);
  }

  private static String value(String[] arguments, int index) {
    if (index >= arguments.length) {
      throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
    }
    return arguments[index];
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "--include needs a regular expression; '" + text + "' is none: " + wrong.getDescription(),
          wrong);
    }
  }

  private static int threads(String text) {
    int threads = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (threads < 1 || threads > MAX_THREADS) {
      throw new IllegalArgumentException(
          "--threads needs a number from 1 to " + MAX_THREADS + ", not '" + text + "'");
    }
    return threads;
  }

  private static Path json(String text) {
    if (!text.endsWith(".json")) {
      throw new IllegalArgumentException(
          "--json needs a file whose name ends in .json, not '" + text + "'");
    }
    return Path.of(text);
  }

  /** The page beside the figures. */
  Path html() {
    String name = json.getFileName().toString();
    return json.resolveSibling(name.substring(0, name.length() - ".json".length()) + ".html");
  }

  Effort effort() {
    return full ? Effort.FULL : Effort.QUICK;
  }
}
