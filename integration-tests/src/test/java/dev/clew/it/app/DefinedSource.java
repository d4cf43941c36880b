// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Brings DataSources of its own, which the container makes and pools: one of the driver, and one of
 * a class that traces, as administrators define it.
 */
@DataSourceDefinition(
    name = DefinedSource.NAME,
    className = "org.h2.jdbcx.JdbcDataSource",
    url = "jdbc:h2:mem:defined",
    user = "sa",
    password = "")
@DataSourceDefinition(
    name = DefinedSource.ADMINISTERED,
    className = "dev.clew.jdbc.TracingXaDataSource",
    url = "jdbc:h2:mem:administered",
    user = "sa",
    password = "",
    properties = "dataSourceClassName=org.h2.jdbcx.JdbcDataSource")
@Path("defined")
@RequestScoped
public class DefinedSource {

  public static final String NAME = "java:app/jdbc/defined";
  static final String ADMINISTERED = "java:app/jdbc/administered";

  @Resource(lookup = NAME)
  private DataSource source;

  @Resource(lookup = ADMINISTERED)
  private DataSource administered;

  @GET
  public int ask() throws SQLException {
    return ask(source);
  }

  @GET
  @Path("administered")
  public int askAdministered() throws SQLException {
    return ask(administered);
  }

  private static int ask(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.USERS")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
