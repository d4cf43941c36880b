// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of AWS's services as {@code com.amazonaws:aws-java-sdk-models} describes it. */
public final class ServiceModel {

  static final ObjectMapper JSON = new ObjectMapper();

  /** By what policies call them. */
  private static final Map<String, String> FILES =
      Map.of(
          "cloudwatch", "monitoring-2010-08-01",
          "dynamodb", "dynamodb-2012-08-10",
          "events", "events-2015-10-07",
          "kinesis", "kinesis-2013-12-02",
          "lambda", "lambda-2015-03-31",
          "sns", "sns-2010-03-31",
          "sqs", "sqs-2012-11-05",
          "states", "states-2016-11-23",
          "xray", "xray-2016-04-12");

  private static final List<ServiceModel> ALL =
      FILES.entrySet().stream()
          .map(file -> new ServiceModel(file.getKey(), file.getValue()))
          .toList();

  private final String policyPrefix;
  private final JsonNode model;

  /** Larger records came after these models were published. */
  private static final int KINESIS_DATA = 10 << 20;

  private ServiceModel(String policyPrefix, String file) {
    this.policyPrefix = policyPrefix;
    try (InputStream in =
        ServiceModel.class.getResourceAsStream("/models/" + file + "-model.json")) {
      this.model = JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (policyPrefix.equals("kinesis")) {
      ((ObjectNode) shape("Data")).put("max", KINESIS_DATA);
    }
  }

  static List<ServiceModel> all() {
    return ALL;
  }

  String policyPrefix() {
    return policyPrefix;
  }

  boolean hasTarget(String prefix) {
    return model.at("/metadata/targetPrefix").asText().equals(prefix);
  }

  boolean hasVersion(String version) {
    return model.at("/metadata/apiVersion").asText().equals(version);
  }

  boolean has(String operation) {
    return model.get("operations").has(operation);
  }

  /** The operation behind a path, where the service has paths. */
  Optional<String> operationAt(String method, String path) {
    for (Map.Entry<String, JsonNode> operation : model.get("operations").properties()) {
      JsonNode http = operation.getValue().path("http");
      String uri = http.path("requestUri").asText();
      if (uri.length() > 1 && uri.equals(path) && http.path("method").asText().equals(method)) {
        return Optional.of(operation.getKey());
      }
    }
    return Optional.empty();
  }

  String input(String operation) {
    return model.get("operations").get(operation).at("/input/shape").asText();
  }

  JsonNode shape(String name) {
    return model.get("shapes").get(name);
  }

  List<String> violations(String operation, JsonNode input) {
    if (!has(operation)) {
      return List.of(policyPrefix + " has no operation " + operation);
    }
    return new ShapeCheck(this).violations(operation, input(operation), input);
  }
}
