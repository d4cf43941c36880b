// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

/** What a JMS adapter, on the provider it is tested with, may or may not be able to do. */
public enum MessagingCapability {
  /** Sends without waiting, and tells a listener when it is done. */
  COMPLETION,
  /** Takes part in distributed transactions. */
  XA,
  /** Brings a message again after the listener has failed. */
  REDELIVERS
}
