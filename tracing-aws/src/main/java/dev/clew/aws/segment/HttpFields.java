// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import static dev.clew.aws.segment.SegmentFields.putIfPresent;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code http} of a document, and whether it counts as error, fault or throttled. */
final class HttpFields {

  private static final int FIRST_ERROR = 400;
  private static final int THROTTLED = 429;
  private static final int FIRST_FAULT = 500;

  private HttpFields() {}

  static void put(Map<String, Object> into, OtlpSpan span) {
    Map<String, Object> attributes = span.attributes();
    Object method = attributes.get("http.request.method");
    Object status = attributes.get("http.response.status_code");
    Map<String, Object> http = new LinkedHashMap<>();
    if (method != null) {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("method", method);
      putIfPresent(request, "url", url(attributes));
      putIfPresent(request, "user_agent", attributes.get("user_agent.original"));
      putIfPresent(request, "client_ip", attributes.get("client.address"));
      http.put("request", request);
    }
    if (status instanceof Long) {
      Map<String, Object> response = new LinkedHashMap<>();
      response.put("status", status);
      putIfPresent(response, "content_length", attributes.get("http.response.body.size"));
      http.put("response", response);
    }
    putIfPresent(into, "http", http);
    judge(into, span, status instanceof Long code ? code : 0);
  }

  private static void judge(Map<String, Object> into, OtlpSpan span, long status) {
    if (status >= FIRST_ERROR && status < FIRST_FAULT) {
      into.put("error", true);
      if (status == THROTTLED) {
        into.put("throttle", true);
      }
    } else if (status >= FIRST_FAULT || span.isError()) {
      into.put("fault", true);
    }
  }

  private static String url(Map<String, Object> attributes) {
    Object full = attributes.get("url.full");
    Object path = attributes.get("url.path");
    if (full != null || path == null) {
      return full == null ? null : full.toString();
    }
    Object host = attributes.get("server.address");
    Object port = attributes.get("server.port");
    Object query = attributes.get("url.query");
    return (host == null
            ? ""
            : attributes.getOrDefault("url.scheme", "http")
                + "://"
                + host
                + (port == null ? "" : ":" + port))
        + path
        + (query == null ? "" : "?" + query);
  }
}
