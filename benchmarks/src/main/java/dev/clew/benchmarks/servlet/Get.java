// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.servlet;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

/** A request without headers but the usual ones. For one thread. */
public final class Get extends HttpServletRequestWrapper {

  /** Answers what no filter asks for. */
  private static final HttpServletRequest REST = Context.silent(HttpServletRequest.class, null);

  private static final HttpServletMapping MAPPING =
      new HttpServletMapping() {
        @Override
        public String getMatchValue() {
          return "7";
        }

        @Override
        public String getPattern() {
          return "/orders/*";
        }

        @Override
        public String getServletName() {
          return "orders";
        }

        @Override
        public MappingMatch getMappingMatch() {
          return MappingMatch.PATH;
        }
      };

  private static final Map<String, String> HEADERS =
      Map.of("host", "shop.example.com", "user-agent", "Mozilla/5.0 (X11; Linux x86_64)");

  private final Map<String, Object> attributes = new HashMap<>();

  /** One that has just arrived. */
  public Get() {
    super(REST);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getScheme() {
    return "https";
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  @Override
  public String getRequestURI() {
    return "/orders/7";
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer("https://shop.example.com/orders/7");
  }

  @Override
  public String getContextPath() {
    return "";
  }

  @Override
  public String getServletPath() {
    return "/orders";
  }

  @Override
  public String getPathInfo() {
    return "/7";
  }

  @Override
  public String getQueryString() {
    return null;
  }

  @Override
  public String getRemoteAddr() {
    return "192.0.2.7";
  }

  @Override
  public int getRemotePort() {
    return 40_000;
  }

  @Override
  public String getLocalAddr() {
    return "192.0.2.1";
  }

  @Override
  public int getLocalPort() {
    return 443;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return MAPPING;
  }

  @Override
  public String getHeader(String name) {
    return HEADERS.get(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String value = getHeader(name);
    return value == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(HEADERS.keySet());
  }

  @Override
  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }
}
