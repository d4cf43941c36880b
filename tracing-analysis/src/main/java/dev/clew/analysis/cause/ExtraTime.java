// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.cause.Suspect.Fault;
import java.util.Map;
import java.util.TreeMap;

/** Who is charged with how much of the time that traces take longer. For one thread. */
final class ExtraTime {

  private final Profile trouble;
  private final Profile usual;
  private final Map<Step, Map<Fault, Double>> charged = new TreeMap<>();

  ExtraTime(Profile trouble, Profile usual) {
    this.trouble = trouble;
    this.usual = usual;
  }

  /** Nanoseconds a trace; always more than 0. */
  Map<Step, Map<Fault, Double>> charged() {
    trouble.steps.forEach(this::chargeSlowness);
    trouble.calls.forEach(this::chargeCalls);
    return charged;
  }

  /**
   * What each call takes longer, but no more than what that adds to the critical path: what is slow
   * while something else is slower keeps nobody waiting. What the other traces do not have is
   * charged with all it takes.
   */
  private void chargeSlowness(Step step, Profile.Work now) {
    Profile.Work before = usual.work(step);
    double usually = before.count == 0 ? 0 : before.self / before.count;
    double longer = now.count == 0 ? 0 : now.self / now.count - usually;
    double onPath = trouble.part(now.onPath) - usual.part(before.onPath);
    charge(step, Fault.SLOW, Math.min(trouble.part(now.count) * longer, onPath));
    charge(step, Fault.WAITING, trouble.part(now.waits) - usual.part(before.waits));
    charge(step, Fault.FAILING, trouble.part(now.pauses) - usual.part(before.pauses));
  }

  /**
   * What more calls cost is the doing of who makes them: unless they are made because others
   * failed, which is the doing of whoever failed. Nothing is known of calls of which the other
   * traces have not one.
   */
  private void chargeCalls(Call call, Profile.Calls now) {
    Profile.Calls before = usual.calls(call);
    if (before.count == 0 || now.count == 0) {
      return;
    }
    double callers = trouble.part(trouble.work(call.caller()).count);
    double more = callers * (perCaller(trouble, call, now) - perCaller(usual, call, before));
    if (more <= 0) {
      return;
    }
    double onPath = trouble.part(now.onPath) - usual.part(before.onPath);
    double cost = Math.min(more * before.nanos / before.count, onPath);
    double failed = Math.max(0, trouble.part(now.failed) - usual.part(before.failed));
    double retried = Math.min(1, failed / more);
    charge(call.caller(), Fault.CALLS_MORE, cost * (1 - retried));
    now.origins.forEach(
        (origin, count) -> charge(origin, Fault.FAILING, cost * retried * count / now.failed));
  }

  private void charge(Step step, Fault fault, double nanos) {
    Ranking.charge(charged, step, fault, nanos);
  }

  private static double perCaller(Profile profile, Call call, Profile.Calls calls) {
    double callers = profile.work(call.caller()).count;
    return callers == 0 ? 0 : calls.count / callers;
  }
}
