// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import dev.clew.api.Traced;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;

/** A singleton that is made when it is first called. */
@Singleton
public class Registry {

  private int entries;

  @Traced
  @PostConstruct
  void open() {
    entries = 1;
  }

  @Traced
  public int count() {
    return entries;
  }
}
