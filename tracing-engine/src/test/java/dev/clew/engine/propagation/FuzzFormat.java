// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;

/** A header to fuzz: who reads it, valid examples to start from, and what they are made of. */
enum FuzzFormat {
  TRACE_PARENT(
      new TraceContextPropagator(Testing.FACTORY),
      "traceparent",
      128,
      List.of(Fuzz.PARENT, "cc-" + Fuzz.IDS + "-03-more", " " + Fuzz.PARENT + "\t"),
      List.of("00", "ff", "cc", "-", Fuzz.TRACE, Fuzz.SPAN, "01", "02", "0".repeat(32), " ")),

  TRACE_STATE(
      new TraceContextPropagator(Testing.FACTORY),
      "tracestate",
      64 + TraceStateList.MAX_LENGTH + 32,
      List.of("foo=1,bar=2", "a@b= x y,1c=~, ,d*/=;", "k".repeat(256) + "=" + "v".repeat(256)),
      List.of(
          "foo=1", ",", " ", "\t", "=", "@", "a", "k=v", "b=", "z".repeat(256), "a=1,b=2,c=3")) {
    @Override
    void put(String text, FuzzCarrier carrier) {
      carrier.add("traceparent", Fuzz.PARENT);
      super.put(text, carrier);
    }
  },

  BAGGAGE(
      new BaggagePropagator(),
      "baggage",
      BaggageLimits.MAX_LENGTH + 16,
      List.of("k=v,sp=a%20b%2C;m=1;n", " a = %C3%A9 ; p = q , b = ", "a=%,b=\u00e9,c=3"),
      List.of(
          "k=v", ",", ";", "=", " ", "%", "%C3", "%A9", "%00", "p", "\t", "a", "\"", "k=v;p=q")),

  B3(
      B3Propagator.single(Testing.FACTORY),
      "b3",
      96,
      List.of(Fuzz.IDS + "-1", Fuzz.IDS + "-d-" + Fuzz.SPAN, Fuzz.SPAN + "-" + Fuzz.SPAN, "0"),
      List.of("-", Fuzz.TRACE, Fuzz.SPAN, "1", "0", "d", "true", "false", "0".repeat(16))),

  B3_MULTI(
      B3Propagator.multi(Testing.FACTORY),
      "X-B3-TraceId",
      128,
      List.of(Fuzz.TRACE, Fuzz.SPAN),
      List.of(Fuzz.TRACE, Fuzz.SPAN, "0", "1", "d", "true")) {
    @Override
    void put(String text, FuzzCarrier carrier) {
      super.put(text, carrier);
      carrier.add("X-B3-SpanId", text.length() % 2 == 0 ? Fuzz.SPAN : text);
      carrier.add("X-B3-Sampled", text.substring(0, Math.min(1, text.length())));
      carrier.add("X-B3-Flags", text.length() % 3 == 0 ? "1" : text);
    }
  },

  JAEGER(
      new JaegerPropagator(Testing.FACTORY),
      "uber-trace-id",
      96,
      List.of(Fuzz.TRACE + ":" + Fuzz.SPAN + ":0:1", "1%3A2%3a0%3A3", "bad:bad:0:f"),
      List.of(":", Fuzz.TRACE, Fuzz.SPAN, "1", "0", "3", "%3A", "%3", "ff", "a")),

  JAEGER_LIST(
      new JaegerPropagator(Testing.FACTORY),
      "jaeger-baggage",
      2 * BaggageLimits.MAX_LENGTH,
      List.of("foo=bar, key=value", "nokey,foo=bar=x,=y"),
      List.of("k=v", "=", ",", " ", "a", "K", "\u0130", "%41", "\t")),

  JAEGER_MEMBER(
      new JaegerPropagator(Testing.FACTORY),
      "uberctx-Key",
      2 * BaggageLimits.MAX_LENGTH,
      List.of("v", "a%20b", "%C3%A9", "a b,c;d=\u00e9"),
      List.of("%", "%C3", "%A9", "a", " ", "\u00e9", "\ud83e\uddf6", "\ud83e", "\r\n"));

  final TextMapPropagator propagator;
  final String header;

  /** How long all that is injected may be. */
  final int mostInjected;

  final List<String> examples;
  final List<String> parts;

  FuzzFormat(
      TextMapPropagator propagator,
      String header,
      int mostInjected,
      List<String> examples,
      List<String> parts) {
    this.propagator = propagator;
    this.header = header;
    this.mostInjected = mostInjected;
    this.examples = examples;
    this.parts = parts;
  }

  void put(String text, FuzzCarrier carrier) {
    carrier.add(header, text);
  }

  /** Constants that the formats above are made from. */
  private static final class Fuzz {
    static final String TRACE = Testing.TRACE_ID;
    static final String SPAN = Testing.SPAN_ID;
    static final String IDS = TRACE + "-" + SPAN;
    static final String PARENT = "00-" + IDS + "-01";
  }
}
