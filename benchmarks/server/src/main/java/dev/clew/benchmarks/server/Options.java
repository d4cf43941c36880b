// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What was asked for.
 *
 * @param variants who is measured; the first is the one that others are compared with
 * @param starts how often each is started
 * @param rounds how often each is measured
 * @param seconds how long each is measured in a round, at a fixed rate and then at full speed
 * @param warmUp how long each is under full load before
 * @param rate requests a second
 * @param json where all figures go
 * @param agent the OpenTelemetry Java agent's jar
 */
record Options(
    List<Variant> variants,
    int starts,
    int rounds,
    Duration seconds,
    Duration warmUp,
    int rate,
    Path json,
    Path agent) {

  static final String HELP =
      """
      Usage: ./benchmark --server [--rounds N] [--starts N] [--seconds N] [--warm-up N]
                         [--rate N] [--only VARIANT,...] [--json FILE]

      Measures what tracing costs a WildFly whose application answers GETs with three
      SQL queries each: processor time a request and requests a second at full speed,
      latency at a fixed rate, start-up time and memory; untraced, with Clew, and with
      the OpenTelemetry Java agent. All servers run at once and are measured in turn,
      round by round. Takes 4 GB of memory and 15 minutes; close what else runs.

        --rounds N    how often each is measured (7)
        --starts N    how often each is started (3)
        --seconds N   how long, at the fixed rate and again at full speed (5)
        --warm-up N   seconds of full load before anything is measured (20)
        --rate N      requests a second at the fixed rate (1000)
        --only LIST   only these: %s
        --json FILE   where all figures go; benchmarks/server/target/server.json if not given
        --help        this text
      """
          .formatted(names());

  private static String names() {
    return String.join(", ", Arrays.stream(Variant.values()).map(Variant::id).toList());
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong, and what is allowed
   */
  static Options parse(Path target, String... arguments) {
    List<Variant> variants = List.of(Variant.values());
    int starts = 3;
    int rounds = 7;
    int seconds = 5;
    int warmUp = 20;
    int rate = 1000;
    Path json = target.resolve("server.json");
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--starts" -> starts = number(option, rest);
        case "--rounds" -> rounds = number(option, rest);
        case "--seconds" -> seconds = number(option, rest);
        case "--warm-up" -> warmUp = number(option, rest);
        case "--rate" -> rate = number(option, rest);
        case "--only" -> variants = variants(value(option, rest));
        case "--json" -> json = Path.of(value(option, rest));
        default ->
            throw new IllegalArgumentException(
                "unknown option '"
                    + option
                    + "'; allowed: --rounds, --starts, --seconds, --warm-up, --rate, --only, --json,"
                    + " --help");
      }
    }
    return new Options(
        variants,
        starts,
        rounds,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(warmUp),
        rate,
        json,
        target.resolve("agent/opentelemetry-javaagent.jar"));
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest) {
    String text = value(option, rest);
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          option + " takes a number from 1 to 999999, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static List<Variant> variants(String list) {
    return Arrays.stream(list.split(",")).map(Options::variant).toList();
  }

  private static Variant variant(String name) {
    return Arrays.stream(Variant.values())
        .filter(variant -> variant.id().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--only knows no '" + name + "'; allowed: " + names()));
  }
}
