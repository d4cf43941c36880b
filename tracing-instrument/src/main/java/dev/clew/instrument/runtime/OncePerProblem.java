// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Problems;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reports each problem once for an application, however many rooms read the same option. */
final class OncePerProblem implements Problems {

  private static final int MAX_REMEMBERED = 256;

  private final Problems next;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  OncePerProblem(Problems next) {
    this.next = next;
  }

  @Override
  public void report(String id, String message) {
    if (reported.size() >= MAX_REMEMBERED || reported.add(id + message)) {
      next.report(id, message);
    }
  }
}
