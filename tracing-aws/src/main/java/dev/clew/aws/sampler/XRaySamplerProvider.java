// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.engine.resource.Resources;
import dev.clew.engine.sampler.Sampler;
import dev.clew.engine.sampler.SamplerProvider;
import dev.clew.engine.sampler.Samplers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Offers {@code xray} in {@code otel.traces.sampler}; it follows parents by itself. */
public final class XRaySamplerProvider implements SamplerProvider {

  /** As OpenTelemetry has it for this sampler: {@code endpoint} and {@code polling_interval}. */
  private static final Option<Map<String, String>> ARGUMENT =
      Option.map("otel.traces.sampler.arg", "");

  private static final long USUAL_SECONDS = 300;

  /** For {@link java.util.ServiceLoader}. */
  public XRaySamplerProvider() {}

  @Override
  public String name() {
    return "xray";
  }

  /** Starts a thread, which ends as the sampler is closed. Nobody is asked before this returns. */
  @Override
  public Sampler create(Settings settings) {
    SamplerTime time = SamplerTime.ofSystem();
    XRaySampler sampler = new XRaySampler(time, RuleBook.local(localRules(settings)));
    PollingProblems problems = new PollingProblems(settings.problems());
    try {
      SamplingApi api = new HttpSamplingApi(connection(settings));
      long every = TimeUnit.SECONDS.toNanos(seconds(settings));
      sampler.closing(
          PollingThread.start(
              api,
              () ->
                  new Polling(
                      api,
                      sampler,
                      Service.of(Resources.from(settings)),
                      time,
                      () -> ThreadLocalRandom.current().nextDouble(),
                      every,
                      problems)));
    } catch (IllegalStateException | LinkageError noClient) {
      problems.accept(noClient);
    }
    return Samplers.parentBased(sampler);
  }

  private static AwsConnection connection(Settings settings) {
    String endpoint = settings.get(ARGUMENT).getOrDefault("endpoint", "").strip();
    return new AwsConnection(settings, endpoint.replaceFirst("/$", ""));
  }

  private static long seconds(Settings settings) {
    String given = settings.get(ARGUMENT).getOrDefault("polling_interval", "").strip();
    if (given.matches("[1-9]\\d{0,5}")) {
      return Long.parseLong(given);
    }
    if (!given.isEmpty()) {
      settings
          .problems()
          .report(
              "CLEW-0712",
              "polling_interval in %s is '%s'; allowed is a number of seconds from 1 to 999999; using %d instead"
                  .formatted(ARGUMENT.key(), Printable.of(given, 200), USUAL_SECONDS));
    }
    return USUAL_SECONDS;
  }

  private static List<SamplingRule> localRules(Settings settings) {
    String file = settings.get(AwsOptions.SAMPLER_RULES);
    if (file.isEmpty()) {
      return LocalRules.USUAL;
    }
    try {
      return LocalRules.parse(Files.readString(Path.of(file)));
    } catch (IOException | RuntimeException unusable) {
      settings
          .problems()
          .report(
              "CLEW-0711",
              "the sampling rules in '%s' cannot be used (%s); using one trace a second and 5 %% instead"
                  .formatted(Printable.of(file, 200), Printable.of(String.valueOf(unusable), 200)));
      return LocalRules.USUAL;
    }
  }
}
