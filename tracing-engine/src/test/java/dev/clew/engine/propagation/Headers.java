// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers of a request: names without case, each with any number of lines. As with servlets,
 * {@code get} gives the first line only.
 */
final class Headers {

  static final TextMapGetter<Headers> GETTER = new Getter();

  /** As Clew's own getters: several lines are one list, whatever the API's version. */
  static final TextMapGetter<Headers> JOINING = new JoiningGetter();

  static final TextMapSetter<Headers> SETTER = Headers::set;

  private final Map<String, List<String>> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static Headers of(String... namesAndValues) {
    Headers headers = new Headers();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  static Headers of(Map<String, String> values) {
    Headers headers = new Headers();
    values.forEach(headers::add);
    return headers;
  }

  static Headers injected(TextMapPropagator propagator, Context context) {
    Headers headers = new Headers();
    propagator.inject(context, headers, SETTER);
    return headers;
  }

  Context extractedBy(TextMapPropagator propagator) {
    return propagator.extract(Context.root(), this, GETTER);
  }

  Context joinedAndExtractedBy(TextMapPropagator propagator) {
    return propagator.extract(Context.root(), this, JOINING);
  }

  Headers add(String name, String value) {
    lines.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    return this;
  }

  void set(String name, String value) {
    lines.put(name, new ArrayList<>(List.of(value)));
  }

  String get(String name) {
    List<String> values = lines.get(name);
    return values == null ? null : values.get(0);
  }

  Map<String, String> asMap() {
    Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    lines.forEach((name, values) -> map.put(name, String.join(",", values)));
    return map;
  }

  @Override
  public String toString() {
    return lines.toString();
  }

  private static final class Getter implements TextMapGetter<Headers> {
    @Override
    public Iterable<String> keys(Headers carrier) {
      return carrier.lines.keySet();
    }

    @Override
    public String get(Headers carrier, String key) {
      return carrier.get(key);
    }

    /**
     * Overrides a method of OpenTelemetry 1.50 and later: the carrier must be an {@code Object},
     * because there is no bridge method from what is not there when this is compiled.
     */
    public Iterator<String> getAll(Object carrier, String key) {
      return ((Headers) carrier).lines.getOrDefault(key, List.of()).iterator();
    }
  }

  private static final class JoiningGetter implements TextMapGetter<Headers> {
    @Override
    public Iterable<String> keys(Headers carrier) {
      return carrier.lines.keySet();
    }

    @Override
    public String get(Headers carrier, String key) {
      List<String> values = carrier.lines.get(key);
      return values == null ? null : String.join(",", values);
    }
  }
}
