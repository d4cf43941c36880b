// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is wrong with how a collector is started: it does not start with anything but what is meant.
 */
final class Configuration {

  private static final String PREFIX = "clew.console.";

  private Configuration() {}

  /**
   * Reads every option, so that values that cannot be used are reported, and looks for keys that
   * nobody reads.
   *
   * @param given all keys that are set
   */
  static List<String> problems(Settings settings, Collection<String> given) {
    ConsoleOptions.all().forEach(settings::get);
    ConsoleOptions.ofDynamoDb().forEach(settings::get);
    Set<String> known = ConsoleOptions.all().stream().map(Option::key).collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    for (String key : new TreeSet<>(given)) {
      if (key.startsWith(PREFIX) && !known.contains(key)) {
        problems.add("unknown key: " + Printable.of(key, 200));
      }
    }
    return problems;
  }

  /** What has failed at the bottom of it. */
  static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Printable.of(String.valueOf(cause), 500);
  }
}
