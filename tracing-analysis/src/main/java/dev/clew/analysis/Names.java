// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/**
 * What attributes are called: by OpenTelemetry's semantic conventions 1.44, and Clew's own.
 *
 * <p>Only those that are asked for in more than one place.
 */
public final class Names {

  /** Seconds that a task waited for a thread, on its first span. */
  public static final String TASK_WAIT_TIME = "clew.task.wait_time";

  /** Which database, such as postgresql. */
  public static final String DB_SYSTEM = "db.system.name";

  /** The database's name within its server. */
  public static final String DB_NAMESPACE = "db.namespace";

  /** The host that a client talks to. */
  public static final String SERVER_ADDRESS = "server.address";

  /** Which messaging system, such as jms. */
  public static final String MESSAGING_SYSTEM = "messaging.system";

  /** The queue or topic. */
  public static final String MESSAGING_DESTINATION = "messaging.destination.name";

  /** Whether a message is sent, received, processed or settled. */
  public static final String MESSAGING_OPERATION_TYPE = "messaging.operation.type";

  /** What a statement does, in few words, such as SELECT orders. */
  public static final String DB_SUMMARY = "db.query.summary";

  /** What kind of error it was: an exception's class, or a status code. */
  public static final String ERROR_TYPE = "error.type";

  /** The class of an exception, on events of that name. */
  public static final String EXCEPTION_TYPE = "exception.type";

  private Names() {}
}
