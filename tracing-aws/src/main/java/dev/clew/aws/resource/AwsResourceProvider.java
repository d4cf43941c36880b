// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.engine.resource.ResourceProvider;
import java.util.List;
import java.util.Map;

/** Says on which of AWS's services a process runs; nothing elsewhere. */
public final class AwsResourceProvider implements ResourceProvider {

  private static final long LIMIT_MILLIS = 300;

  /** Of services that run on one another, the innermost first. */
  private static final List<Detector> DETECTORS =
      List.of(
          new LambdaDetector(),
          new EcsDetector(),
          new KubernetesDetector(),
          new BeanstalkDetector(),
          new Ec2Detector());

  private final Surroundings surroundings;
  private final long limitMillis;

  /** For {@link java.util.ServiceLoader}. */
  public AwsResourceProvider() {
    this(Surroundings.ofProcess(), LIMIT_MILLIS);
  }

  AwsResourceProvider(Surroundings surroundings, long limitMillis) {
    this.surroundings = surroundings;
    this.limitMillis = limitMillis;
  }

  /** Takes 300 ms at most, and next to nothing where nobody has to be asked. */
  @Override
  public Map<String, Object> attributes(Settings settings) {
    if (!settings.get(AwsOptions.RESOURCE_ENABLED)) {
      return Map.of();
    }
    for (Detector detector : DETECTORS) {
      if (detector.isHere(surroundings)) {
        Found found = new Found();
        String problem = new Detection(detector, surroundings, found).run(limitMillis);
        if (problem != null) {
          settings
              .problems()
              .report(
                  "CLEW-0700",
                  "what AWS knows of this process could not be asked for within %d ms (%s); going on with what is known"
                      .formatted(limitMillis, Printable.of(problem, 200)));
        }
        return found.attributes();
      }
    }
    return Map.of();
  }
}
