// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings a DataSource of its own, which the container makes and pools. */
@DataSourceDefinition(
    name = DefinedSource.NAME,
    className = "org.h2.jdbcx.JdbcDataSource",
    url = "jdbc:h2:mem:defined",
    user = "sa",
    password = "")
@Path("defined")
@RequestScoped
public class DefinedSource {

  public static final String NAME = "java:app/jdbc/defined";

  @Resource(lookup = NAME)
  private DataSource source;

  @GET
  public int ask() throws SQLException {
    return Users.countedBy(source);
  }
}
