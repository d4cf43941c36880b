// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.nio.file.Path;

/**
 * What was asked for on the command line.
 *
 * @param full all sampling rates, more forks and longer iterations
 * @param include a regular expression for names of benchmarks
 * @param json where all figures go
 */
record Options(boolean full, String include, Path json) {

  static final String HELP =
      """
      Usage: ./benchmark [--full] [--include REGEX] [--json FILE]

      Measures what tracing costs, beside other tracers, in one JMH run, and says
      which of Clew's targets are met. Takes ten minutes, with --full an hour.
      Close what else runs: a figure that is too noisy is not printed.

        --full           every sampling rate, more forks, longer iterations
        --include REGEX  only benchmarks whose name matches: Tree, Cdi, Jdbc, ...
        --json FILE      where all figures go; benchmarks/target/benchmark.json if not given
        --help           this text
      """;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong, and what is allowed
   */
  static Options parse(String... arguments) {
    boolean full = false;
    String include = ".*";
    Path json = Path.of("target", "benchmark.json");
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--full" -> full = true;
        case "--include" -> include = ".*" + value(arguments, ++i) + ".*";
        case "--json" -> json = Path.of(value(arguments, ++i));
        default ->
            throw new IllegalArgumentException(
                "unknown option '"
                    + arguments[i]
                    + "'; allowed: --full, --include REGEX, --json FILE, --help");
      }
    }
    return new Options(full, include, json);
  }

  private static String value(String[] arguments, int index) {
    if (index >= arguments.length) {
      throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
    }
    return arguments[index];
  }
}
