// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

/** What an application has traced on a server; each is a row of the README's matrix. */
public enum Capability {
  REST("REST resources, synchronous"),
  REST_ASYNC("REST resources, asynchronous"),
  REST_CLIENT("JAX-RS client"),
  MP_REST_CLIENT("MicroProfile REST client"),
  MP_REST_CLIENT_REFUSED("MicroProfile REST client, calls that nobody takes"),
  CLIENT_ASYNC("JAX-RS and MicroProfile REST clients, asynchronous"),
  SERVLET("servlets"),
  NO_BEANS("a WAR without beans"),
  TRACED("`@Traced` CDI beans"),
  EJB("`@Traced` enterprise beans"),
  EJB_ASYNC("EJB `@Asynchronous`, in its caller's trace"),
  TIMERS("timers"),
  MDB("message-driven beans"),
  JMS("JMS by `@Resource` and `@Produces`"),
  JMS_DEFINITION("`@JMSConnectionFactoryDefinition`"),
  JMS_CONTEXT("`@Inject JMSContext`"),
  DATA_SOURCE("container DataSource by `@Resource`"),
  DATA_SOURCE_DEFINITION("`@DataSourceDefinition`"),
  DEFINED_JPA("JPA over a `@DataSourceDefinition`"),
  TRACING_DATA_SOURCE("`@DataSourceDefinition` of `TracingXaDataSource`"),
  TRANSACTIONS("container transactions"),
  JPA("JPA"),
  EXECUTORS("managed executors and threads"),
  CONTEXTUAL("contextual proxies of `ContextService`"),
  ASYNCHRONOUS("Jakarta Concurrency `@Asynchronous`"),
  ASYNC_EVENTS("CDI asynchronous events"),
  WEB_SOCKET("WebSocket endpoints"),
  WEB_SOCKETS_AT_ONCE("WebSocket messages, linked to their handshake while others open"),
  SSE("server-sent events"),
  SSE_CUT("server-sent events, ended by a broadcaster or by the client"),
  LOGS("ids in log lines"),
  CONFIGURATION("configuration of the WAR, the server and the environment"),
  EAR("EAR with the drop-in in `lib`"),
  EAR_OF_WARS("EAR of two WARs, each with the drop-in and a service of its own"),
  OTHER_API("a WAR with another OpenTelemetry API"),
  REDEPLOY("redeployed 20 times, nothing left"),
  JOINS("joins the server's OpenTelemetry");

  private final String title;

  Capability(String title) {
    this.title = title;
  }

  /** As the matrix names it; Markdown. */
  public String title() {
    return title;
  }
}
