// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers in JSON. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static Response ok(Object content) {
    return answer(200, content);
  }

  static Response error(int status, String message) {
    return answer(status, Map.of("error", message));
  }

  static Response answer(int status, Object content) {
    return Response.status(status)
        .entity(text(content).getBytes(StandardCharsets.UTF_8))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  /** As it is written. */
  static String text(Object content) {
    try {
      return MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The texts of an object's values by their names.
   *
   * @throws MalformedQuestionException where the text is no object
   */
  static Map<String, String> texts(String object) {
    try {
      return MAPPER.readValue(
          object, MAPPER.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    } catch (JsonProcessingException malformed) {
      throw Parameters.wrong("tags", object, "a JSON object of texts");
    }
  }
}
