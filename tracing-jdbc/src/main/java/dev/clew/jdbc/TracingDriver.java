// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The driver of {@code jdbc:clew:postgresql:...}: traces the connections of the driver of {@code
 * jdbc:postgresql:...}, which is registered with {@link DriverManager}, or found as a service by
 * the class loader of this library or of the calling thread.
 *
 * <p>For administrators and for programs without a container, who name this class. It is registered
 * when it is loaded, but not found by itself: what {@link DriverManager} finds by itself keeps the
 * class loader of an application alive after it has stopped. Thread-safe.
 */
public final class TracingDriver implements Driver {

  private static final String PREFIX = "jdbc:clew:";

  private static final TracingDriver REGISTERED = new TracingDriver();

  static {
    try {
      DriverManager.registerDriver(REGISTERED);
    } catch (SQLException refused) {
      throw new ExceptionInInitializerError(refused);
    }
  }

  /** For whoever makes drivers by the name of their class. */
  public TracingDriver() {}

  /** Takes back the registration that loading this class has made. */
  static void deregister() {
    try {
      DriverManager.deregisterDriver(REGISTERED);
    } catch (SQLException | SecurityException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    if (url == null) {
      throw new SQLException("url is null");
    }
    return isOurs(url);
  }

  private static boolean isOurs(String url) {
    return url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  private static String target(String url) {
    return "jdbc:" + url.substring(PREFIX.length());
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    String target = target(url);
    Connection connection = DriverClasses.driver(target).connect(target, info);
    return ConnectionTracing.ofPhysical(target).trace(connection);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return new DriverPropertyInfo[0];
    }
    String target = target(url);
    return DriverClasses.driver(target).getPropertyInfo(target, info);
  }

  /** Of this driver; what is behind it has another for each URL. */
  @Override
  public int getMajorVersion() {
    return 0;
  }

  @Override
  public int getMinorVersion() {
    return 1;
  }

  /** As the driver behind it may be none. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return Logger.getLogger("dev.clew");
  }
}
