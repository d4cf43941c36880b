// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.war;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.duckdb.DuckDBDriver;

/**
 * Takes back what DuckDB's driver leaves in the JVM: its registration, and the thread that ends
 * queries which take too long.
 */
@WebListener
public class Departure implements ServletContextListener {

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    DuckDBDriver.shutdownQueryCancelScheduler();
    List<Driver> ours = DriverManager.drivers().filter(DuckDBDriver.class::isInstance).toList();
    ours.forEach(Departure::deregister);
  }

  private static void deregister(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException | SecurityException refused) {
      Logger.getLogger("dev.clew.console")
          .log(Level.WARNING, "CLEW-0851: a driver stays registered", refused);
    }
  }
}
