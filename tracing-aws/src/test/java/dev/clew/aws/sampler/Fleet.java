// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.engine.sampler.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Processes of one service under an even load, with one X-Ray and one clock. */
final class Fleet {

  static final Duration STEP = Duration.ofMillis(50);

  private final ManualTime clock = new ManualTime();
  private final SamplerTime time = clock.asSamplerTime();
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<Throwable> problems = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();

  private record Member(XRaySampler sampler, Polling polling, long[] due) {}

  Fleet(SimulatedXRay xray, int size) {
    for (int i = 0; i < size; i++) {
      XRaySampler sampler = new XRaySampler(time, RuleBook.local(LocalRules.USUAL));
      Polling polling =
          new Polling(
              xray.api(),
              sampler,
              new Service("shop", "AWS::ECS::Container", null),
              time,
              random::nextDouble,
              Duration.ofSeconds(300).toNanos(),
              failed -> note(failed));
      members.add(new Member(sampler, polling, new long[1]));
    }
  }

  private void note(Throwable failed) {
    if (failed != null) {
      problems.add(failed);
    }
  }

  /**
   * Goes on for a time, in which each process has a request every 50 ms.
   *
   * @param failing every which of those that are sampled fails; 0 for none
   * @return how many were sampled
   */
  long run(Duration duration, String path, int failing) {
    long sampled = 0;
    Duration end = clock.sinceStart().plus(duration);
    while (clock.sinceStart().compareTo(end) < 0) {
      clock.advance(STEP);
      for (Member member : members) {
        if (time.elapsed() >= member.due[0]) {
          member.due[0] = member.polling.poll() + time.elapsed();
        }
        Decision decision =
            member.sampler.sample(new Start(random.nextLong(), Map.of("url.path", path)));
        if (decision.sampled()) {
          sampled++;
          if (failing > 0 && sampled % failing == 0) {
            member.sampler.failed(key -> decision.attributes().get(LiveRule.NAME));
          }
        }
      }
    }
    return sampled;
  }

  long now() {
    return time.now();
  }

  List<Throwable> problems() {
    return problems;
  }

  long count(String name) {
    return members.stream().mapToLong(member -> member.sampler.counts().get(name)).sum();
  }
}
