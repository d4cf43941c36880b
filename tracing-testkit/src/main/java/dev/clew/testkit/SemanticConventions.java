// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The attribute registry of OpenTelemetry's semantic conventions 1.44. Immutable. */
final class SemanticConventions {

  private static final String RESOURCE = "semantic-conventions.txt";

  private final Map<String, Attribute> attributes;

  /**
   * An attribute of the registry.
   *
   * @param name ends in {@code .*} where it stands for many
   * @param type such as {@code string}, {@code int[]}, {@code any}
   */
  record Attribute(String name, String type, boolean deprecated) {}

  private SemanticConventions(Map<String, Attribute> attributes) {
    this.attributes = attributes;
  }

  static SemanticConventions load() {
    try (InputStream in = SemanticConventions.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new SemanticConventions(
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(SemanticConventions::attribute)
              .collect(Collectors.toMap(Attribute::name, Function.identity())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The attribute of that name, or of the longest start that stands for many; else null. */
  Attribute find(String key) {
    Attribute found = attributes.get(key);
    for (int dot = key.lastIndexOf('.');
        found == null && dot > 0;
        dot = key.lastIndexOf('.', dot - 1)) {
      found = attributes.get(key.substring(0, dot) + ".*");
    }
    return found;
  }

  private static Attribute attribute(String line) {
    String[] columns = line.split(" ");
    return new Attribute(columns[0], columns[1], columns.length > 2);
  }
}
