// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

/**
 * Two of them: an application with a logging library of its own in a server with another. What it
 * holds of both is an array of two.
 */
final class BothMdcs implements Mdc {

  private final Mdc own;
  private final Mdc server;

  BothMdcs(Mdc own, Mdc server) {
    this.own = own;
    this.server = server;
  }

  @Override
  public Object swap(String key, Object value) {
    return new Object[] {own.swap(key, part(value, 0)), server.swap(key, part(value, 1))};
  }

  /** Threads inherit what is in the server's. */
  @Override
  public String text(Object before) {
    return server.text(part(before, 1));
  }

  @Override
  public void set(String key, Object value) {
    own.set(key, part(value, 0));
    server.set(key, part(value, 1));
  }

  @Override
  public JBossMdc jboss() {
    return server.jboss();
  }

  private static Object part(Object value, int index) {
    return value instanceof Object[] both ? both[index] : value;
  }
}
