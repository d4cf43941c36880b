// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Finds out what a request asks for: of services that speak JSON, query, or REST with JSON. */
public final class ModelledCalls {

  private ModelledCalls() {}

  /**
   * The call that a request makes; empty for what none of the modelled services is asked for.
   *
   * @param headers by names in any case
   */
  public static Optional<ModelledCall> of(String path, Map<String, String> headers, byte[] body)
      throws IOException {
    byte[] plain = plain(headers, body);
    String target = headers.get("X-Amz-Target");
    if (target != null) {
      return json(target, plain);
    }
    String text = new String(plain, StandardCharsets.UTF_8);
    return text.startsWith("Action=") ? query(new QueryForm(text)) : rest(path, plain);
  }

  /** A body as it was before it was zipped, if it was. */
  public static byte[] plain(Map<String, String> headers, byte[] body) throws IOException {
    return "gzip".equals(headers.get("Content-Encoding"))
        ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
        : body;
  }

  private static Optional<ModelledCall> json(String target, byte[] body) throws IOException {
    int dot = target.indexOf('.');
    JsonNode input = ServiceModel.JSON.readTree(body);
    return ServiceModel.all().stream()
        .filter(service -> service.hasTarget(target.substring(0, dot)))
        .findFirst()
        .map(service -> new ModelledCall(service, target.substring(dot + 1), input));
  }

  private static Optional<ModelledCall> query(QueryForm form) {
    String operation = form.get("Action");
    return ServiceModel.all().stream()
        .filter(service -> service.hasVersion(form.get("Version")) && service.has(operation))
        .findFirst()
        .map(
            service ->
                new ModelledCall(
                    service, operation, form.input(service, service.input(operation))));
  }

  /** Of services with paths only those are known whose paths have no parameters. */
  private static Optional<ModelledCall> rest(String path, byte[] body) throws IOException {
    for (ServiceModel service : ServiceModel.all()) {
      Optional<String> operation = service.operationAt("POST", path);
      if (operation.isPresent()) {
        JsonNode input =
            ServiceModel.JSON.readTree(body.length == 0 ? new byte[] {'{', '}'} : body);
        return Optional.of(new ModelledCall(service, operation.get(), input));
      }
    }
    return Optional.empty();
  }
}
