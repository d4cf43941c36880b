// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import java.util.Map;

/** Found by ServiceLoader; says something only where a test asks for it. */
public final class AddedResource implements ResourceProvider {

  private static final Option<String> ADDED = Option.text("test.resource", "");

  @Override
  public Map<String, Object> attributes(Settings settings) {
    return switch (settings.get(ADDED)) {
      case "" -> Map.of();
      case "broken" -> throw new LinkageError("broken");
      default -> Map.of("host.id", settings.get(ADDED), "host.name", settings.get(ADDED));
    };
  }
}
