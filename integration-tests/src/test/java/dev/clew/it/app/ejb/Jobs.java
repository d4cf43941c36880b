// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import dev.clew.api.Traced;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timer;

/** What runs because the application has started; each timer once only. */
@Singleton
@Startup
public class Jobs {

  @Traced(operationName = "open the shop")
  @PostConstruct
  void open() {}

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void sweep(Timer timer) {
    timer.cancel();
  }

  @Schedule(hour = "*", minute = "*", second = "*", info = "1", persistent = false)
  @Schedule(hour = "*", minute = "*", second = "*", info = "2", persistent = false)
  void polish(Timer timer) {
    timer.cancel();
  }

  @Traced(operationName = "lock up")
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void lockUp(Timer timer) {
    timer.cancel();
  }

  @Traced(false)
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void untraced(Timer timer) {
    timer.cancel();
  }
}
