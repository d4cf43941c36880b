// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.Texts;
import dev.clew.analysis.cause.Suspect.Fault;
import java.util.Locale;
import java.util.Map;

/** Says in a sentence what an operation does otherwise. */
final class Explanation {

  private final Profile trouble;
  private final Profile usual;

  Explanation(Profile trouble, Profile usual) {
    this.trouble = trouble;
    this.usual = usual;
  }

  String of(Step step, Fault fault) {
    String towards = step.target().isEmpty() ? "" : "Towards " + Texts.cut(step.target()) + ": ";
    return towards + difference(step, fault);
  }

  private String difference(Step step, Fault fault) {
    Profile.Work now = trouble.work(step);
    Profile.Work before = usual.work(step);
    return switch (fault) {
      case SLOW ->
          "It takes "
              + each(now.self, now.count)
              + " itself, each time, instead of "
              + each(before.self, before.count)
              + ".";
      case WAITING ->
          "It waits "
              + each(now.waits, now.count)
              + " before it starts, instead of "
              + each(before.waits, before.count)
              + ".";
      case FAILING ->
          "Errors that reach the root start here in "
              + percent(trouble, now.errors)
              + " of these traces, and in "
              + percent(usual, before.errors)
              + " of the others"
              + (now.pauses > 0 ? "; callers try again." : ".");
      case CALLS_MORE -> calls(step);
    };
  }

  private String calls(Step caller) {
    Call most = null;
    double difference = 0;
    for (Map.Entry<Call, Profile.Calls> entry : trouble.calls.entrySet()) {
      if (entry.getKey().caller().equals(caller)) {
        double more = now(entry.getKey()) - before(entry.getKey());
        if (most == null || more > difference) {
          most = entry.getKey();
          difference = more;
        }
      }
    }
    return "It calls "
        + Texts.quoted(most.called().operation().name())
        + " "
        + number(now(most))
        + " times in a trace, instead of "
        + number(before(most))
        + " times.";
  }

  private double now(Call call) {
    return trouble.part(trouble.calls(call).count);
  }

  private double before(Call call) {
    return usual.part(usual.calls(call).count);
  }

  private static String number(double count) {
    return String.format(Locale.ROOT, count < 10 ? "%.1f" : "%.0f", count);
  }

  private static String each(double nanos, double count) {
    return count == 0 ? "nothing" : Nanos.text((long) Math.max(0, nanos / count));
  }

  private static String percent(Profile profile, double count) {
    return Math.round(100 * profile.part(count)) + " %";
  }
}
