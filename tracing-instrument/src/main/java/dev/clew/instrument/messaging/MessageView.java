// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

/**
 * What is looked at of a message, and written to it. Any method may throw; what is asked for is
 * then left out. Names of properties are Java identifiers. For one thread at a time.
 */
public interface MessageView {

  /** What is looked at, known by its identity where several look at the same. */
  default Object message() {
    return this;
  }

  /** The text of a property; {@code null} where there is none. */
  String property(String name) throws Exception;

  /**
   * Sets a property.
   *
   * @param value {@code null} makes it one without a text
   * @throws Exception where the message's properties cannot be written, as in one that was received
   */
  void setProperty(String name, String value) throws Exception;

  /** The names of all properties. */
  Iterable<String> propertyNames() throws Exception;

  /** Whether this message has been sent before, or was received. */
  boolean isSent() throws Exception;

  /** The message's id; {@code null} where it has none, or none yet. */
  String id() throws Exception;

  /** What ties the messages of a conversation together; {@code null} where nothing does. */
  String conversationId() throws Exception;

  /** How often it has been delivered, this time included: more than once after a rollback. */
  default int deliveryCount() throws Exception {
    return 1;
  }
}
