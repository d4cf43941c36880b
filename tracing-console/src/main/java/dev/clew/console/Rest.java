// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.console.access.ReadersFilter;
import dev.clew.console.access.SignInResource;
import dev.clew.console.health.HealthResource;
import dev.clew.console.health.MetricsResource;
import dev.clew.console.ingest.TracesResource;
import dev.clew.console.query.AttributeResource;
import dev.clew.console.query.CompareResource;
import dev.clew.console.query.InsightResource;
import dev.clew.console.query.JaegerResource;
import dev.clew.console.query.LinkedFromResource;
import dev.clew.console.query.MalformedQuestionMapper;
import dev.clew.console.query.OpenApiResource;
import dev.clew.console.query.QueryResource;
import dev.clew.console.query.SettingsResource;
import dev.clew.console.query.StoreFailureMapper;
import dev.clew.console.query.TailResource;
import dev.clew.console.query.TracingResource;
import dev.clew.console.query.ViewResource;
import dev.clew.console.web.PageResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** All that is answered over HTTP. */
@ApplicationPath("/")
public class Rest extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        TracesResource.class,
        QueryResource.class,
        ViewResource.class,
        InsightResource.class,
        CompareResource.class,
        TracingResource.class,
        TailResource.class,
        AttributeResource.class,
        LinkedFromResource.class,
        SettingsResource.class,
        OpenApiResource.class,
        PageResource.class,
        ReadersFilter.class,
        SignInResource.class,
        JaegerResource.class,
        MalformedQuestionMapper.class,
        StoreFailureMapper.class,
        HealthResource.class,
        MetricsResource.class);
  }
}
