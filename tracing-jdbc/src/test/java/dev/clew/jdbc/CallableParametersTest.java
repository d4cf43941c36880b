// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.TracingExtension;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parameters by name, which none of the databases for tests has. */
class CallableParametersTest {

  @RegisterExtension
  final TracingExtension tracing =
      TracingExtension.builder().setting("clew.db.query.parameters", "customer").build();

  @Test
  void parametersAreKnownByTheirNames() throws SQLException {
    Connection connection =
        ConnectionTracing.ofPhysical("jdbc:h2:mem:x").trace(behind(Connection.class));
    try (CallableStatement statement = connection.prepareCall("{call p(?, ?)}")) {
      statement.setString("Customer", "4711");
      statement.setString("card", "S3cret");
      statement.execute();
    }

    assertThat(tracing.takeOne().attributes())
        .containsEntry("db.query.parameter.customer", "4711")
        .doesNotContainKey("db.query.parameter.card");
  }

  private static <T> T behind(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            CallableParametersTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "prepareCall" -> behind(CallableStatement.class);
                  case "execute" -> false;
                  default -> null;
                }));
  }
}
