// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;

/** Timers that the application starts. */
@Singleton
public class Timers {

  @Resource TimerService service;
  @Inject Clerk clerk;

  public void start() {
    service.createSingleActionTimer(1, new TimerConfig("once", false));
  }

  @Timeout
  private void run(Timer timer) {
    clerk.file(String.valueOf(timer.getInfo()));
  }

  @Schedule(year = "2999", persistent = false)
  public void scheduled() {}
}
