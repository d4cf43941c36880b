// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings a DataSource of a class that traces, as administrators define it. */
@DataSourceDefinition(
    name = AdministeredSource.NAME,
    className = "dev.clew.jdbc.TracingXaDataSource",
    url = "jdbc:h2:mem:administered",
    user = "sa",
    password = "",
    properties = "dataSourceClassName=org.h2.jdbcx.JdbcDataSource")
@Path("administered")
@RequestScoped
public class AdministeredSource {

  static final String NAME = "java:app/jdbc/administered";

  @Resource(lookup = NAME)
  private DataSource source;

  @GET
  public int ask() throws SQLException {
    return Users.countedBy(source);
  }
}
