// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A request made by hand, which knows what it has been asked for. Not thread-safe. */
final class TestRequest implements HttpServerRequest {

  String method = "GET";
  String scheme = "http";
  String path = "/orders/7";
  String query;
  String contextPath = "";
  String protocolVersion = "1.1";
  String peerAddress = "192.0.2.1";
  int peerPort = 4711;
  String localAddress = "10.0.0.1";

  /** Thrown from what is in {@link #failing}. */
  Throwable failure = new IllegalStateException("a broken view");

  final Set<String> failing = new HashSet<>();
  final Set<String> asked = new HashSet<>();
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  TestRequest header(String name, String value) {
    headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    return this;
  }

  @Override
  public String method() {
    return asked("method", method);
  }

  @Override
  public String scheme() {
    return asked("scheme", scheme);
  }

  @Override
  public String path() {
    return asked("path", path);
  }

  @Override
  public String query() {
    return asked("query", query);
  }

  @Override
  public String header(String name) {
    List<String> values = headers.get(name);
    return asked("header " + lower(name), values == null ? null : values.get(0));
  }

  @Override
  public List<String> headers(String name) {
    return asked("headers " + lower(name), headers.get(name));
  }

  @Override
  public String protocolVersion() {
    return asked("protocolVersion", protocolVersion);
  }

  @Override
  public String peerAddress() {
    return asked("peerAddress", peerAddress);
  }

  @Override
  public int peerPort() {
    return asked("peerPort", peerPort);
  }

  @Override
  public String localAddress() {
    return asked("localAddress", localAddress);
  }

  @Override
  public int localPort() {
    return asked("localPort", 8080);
  }

  @Override
  public Iterable<String> headerNames() {
    return asked("headerNames", headers.keySet());
  }

  @Override
  public String contextPath() {
    return asked("contextPath", contextPath);
  }

  private <T> T asked(String what, T answer) {
    asked.add(what);
    if (failing.contains(what) || failing.contains("everything")) {
      throw TestRequest.<RuntimeException>sneaky(failure);
    }
    return answer;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E sneaky(Throwable failure) throws E {
    throw (E) failure;
  }
}
