// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.CommonDataSource;

/**
 * A source of traced connections that a server makes and configures as any other, by the name of
 * its class and by the properties below: for administrators, who leave applications as they are.
 *
 * <p>It makes the source of the driver itself, by {@code dataSourceClassName}, and hands all other
 * properties on to that. The class is asked of the class loader of this library, and then of the
 * calling thread's. {@code dataSourceProperties} takes what has no property here, as in {@code
 * sslMode=require;applicationName=shop}: a backslash makes the character behind it part of a value,
 * and white space around names and values does not count. A name fits a setter whatever its case.
 *
 * <p>Each statement belongs to the trace of the application that executes it, where that runs this
 * very library; others are not traced. Thread-safe where the driver's source is. What is wrong with
 * the configuration is thrown at the first use, as an {@link SQLException} that holds no value.
 *
 * @param <S> what it gives connections as
 */
public abstract sealed class TracingSource<S extends CommonDataSource> implements CommonDataSource
    permits TracingDataSource, TracingPoolDataSource, TracingXaDataSource {

  private static final String SERVER_NAME = "serverName";

  private final Class<S> kind;

  /** By their names. Guarded by this, as is the next. */
  private final Map<String, String> properties = new LinkedHashMap<>();

  private String className;

  /** {@code null} until it is used, and after a property has changed. */
  private volatile S source;

  TracingSource(Class<S> kind) {
    this.kind = kind;
  }

  /** Sets the name of the driver's class. */
  public final synchronized void setDataSourceClassName(String name) {
    className = name;
    source = null;
  }

  /** Sets properties of the driver's class that have none here, as the class says. */
  public final synchronized void setDataSourceProperties(String namesAndValues) {
    properties.putAll(BeanProperties.parse(namesAndValues));
    source = null;
  }

  /** Sets the URL, for drivers whose sources take one. */
  public final void setUrl(String url) {
    set("url", url);
  }

  /** Sets the user. */
  public final void setUser(String user) {
    set("user", user);
  }

  /** Sets the password. */
  public final void setPassword(String password) {
    set("password", password);
  }

  /**
   * Sets the host of the database; {@code localhost} is left out where the driver's class has none:
   * it is the default of {@code @DataSourceDefinition}, which GlassFish hands on beside any URL.
   */
  public final void setServerName(String host) {
    set(SERVER_NAME, host);
  }

  private static boolean isNamed(Map.Entry<String, String> property) {
    return !property.getKey().equals(SERVER_NAME) || !property.getValue().equals("localhost");
  }

  /** Sets the port of the database. */
  public final void setPortNumber(int port) {
    set("portNumber", Integer.toString(port));
  }

  /** Sets the name of the database. */
  public final void setDatabaseName(String name) {
    set("databaseName", name);
  }

  /** With tracing around it. */
  abstract S traced(S real);

  private synchronized void set(String name, String value) {
    properties.put(name, value);
    source = null;
  }

  /** Ready to be used. */
  final S source() throws SQLException {
    S made = source;
    return made != null ? made : make();
  }

  private synchronized S make() throws SQLException {
    S made = source;
    if (made == null) {
      made = DriverClasses.make(className, kind);
      for (Map.Entry<String, String> property : properties.entrySet()) {
        if (isNamed(property) || BeanProperties.has(made, property.getKey())) {
          BeanProperties.set(made, property.getKey(), property.getValue());
        }
      }
      made = traced(made);
      source = made;
    }
    return made;
  }

  @Override
  public final ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return source().createShardingKeyBuilder();
  }

  @Override
  public final PrintWriter getLogWriter() throws SQLException {
    return source().getLogWriter();
  }

  @Override
  public final void setLogWriter(PrintWriter out) throws SQLException {
    source().setLogWriter(out);
  }

  @Override
  public final int getLoginTimeout() throws SQLException {
    return source().getLoginTimeout();
  }

  @Override
  public final void setLoginTimeout(int seconds) throws SQLException {
    source().setLoginTimeout(seconds);
  }

  @Override
  public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return Logger.getLogger("dev.clew");
  }
}
