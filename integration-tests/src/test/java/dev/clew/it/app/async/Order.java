// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.async;

/** An event that its observer changes. */
public final class Order {

  private volatile String state = "open";

  void done() {
    state = "done";
  }

  String state() {
    return state;
  }
}
