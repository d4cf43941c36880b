// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run, as it is kept in a file.
 *
 * @param environment where and how
 * @param figures what was measured
 */
public record Results(Environment environment, List<Figure> figures) {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Reads a file that {@link #write} has written. */
  public static Results read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Results.class);
  }

  /** Writes it with a line for each figure, so that differences can be read. */
  public void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("{\n\"environment\": ");
    text.append(JSON.writeValueAsString(environment)).append(",\n\"figures\": [\n");
    for (int i = 0; i < figures.size(); i++) {
      text.append(JSON.writeValueAsString(figures.get(i)));
      text.append(i + 1 < figures.size() ? ",\n" : "\n]}\n");
    }
    Files.writeString(file, text);
  }

  /** Nothing where it was not measured. */
  Optional<Value> find(Key key, Measure measure) {
    return figures.stream()
        .filter(figure -> figure.key().equals(key) && figure.samples().containsKey(measure))
        .findFirst()
        .map(figure -> figure.samples().get(measure))
        .map(samples -> samples.stream().mapToDouble(Double::doubleValue).toArray())
        .map(samples -> Value.of(samples))
        .map(value -> measure.isCounted() ? new Value(value.mean(), 0) : value);
  }

  /** The same without what it costs when nobody traces. */
  Optional<Value> added(Key key, Measure measure) {
    Optional<Value> whole = find(key, measure);
    String plain = key.layer().plain();
    return plain == null || plain.equals(key.tracer())
        ? whole
        : whole.flatMap(
            value ->
                find(new Key(key.layer(), plain, Key.NO_RATE), measure)
                    .map(base -> value.minus(base)));
  }
}
