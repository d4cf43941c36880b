// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What the page must know of how the collector was set up. */
@Path("/api/v1/settings")
@ApplicationScoped
public class SettingsResource {

  @Inject Settings settings;

  @GET
  public Response settings() {
    return Json.ok(Map.of("logs", settings.get(ConsoleOptions.LOGS_URL)));
  }
}
