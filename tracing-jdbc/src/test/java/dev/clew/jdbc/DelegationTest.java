// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of JDBC reaches what is behind, with its arguments, and brings back what it gives.
 */
class DelegationTest {

  /** A method of an interface, called on what stands before it. */
  record Call(Class<?> type, Method method) {

    @Override
    public String toString() {
      return type.getSimpleName()
          + "."
          + method.getName()
          + Arrays.toString(method.getParameterTypes());
    }
  }

  private final List<Method> received = new ArrayList<>();
  private final List<Object[]> arguments = new ArrayList<>();
  private SQLException failure;

  static Stream<Call> calls() {
    return Stream.of(
            DataSource.class,
            XADataSource.class,
            ConnectionPoolDataSource.class,
            XAConnection.class,
            XAResource.class,
            PooledConnection.class,
            ConnectionBuilder.class,
            Connection.class,
            Statement.class,
            PreparedStatement.class,
            CallableStatement.class,
            ResultSet.class,
            DatabaseMetaData.class)
        .flatMap(type -> Arrays.stream(type.getMethods()).map(method -> new Call(type, method)))
        .filter(call -> !Modifier.isStatic(call.method.getModifiers()))
        .filter(call -> !call.method.getName().matches("unwrap|isWrapperFor|.*EventListener"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void reachesWhatIsBehind(Call call) throws Exception {
    Object[] given = values(call.method);
    Object result = call.method.invoke(decorator(call.type), given);

    assertThat(received).extracting(Method::getName).contains(call.method.getName());
    int index = received.indexOf(same(call.method));
    assertThat(arguments.get(index)).isEqualTo(given.length == 0 ? null : given);
    assertSame(result, call.method);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void throwsWhatIsThrownBehind(Call call) throws Exception {
    Object decorator = decorator(call.type);
    if (call.method.getExceptionTypes().length == 0
        || !call.method.getExceptionTypes()[0].isAssignableFrom(SQLException.class)) {
      return;
    }
    failure = new SQLException("thrown behind");

    assertThatThrownBy(() -> call.method.invoke(decorator, values(call.method)))
        .isInstanceOf(InvocationTargetException.class)
        .extracting(Throwable::getCause)
        .isSameAs(failure);
  }

  private Method same(Method method) {
    return received.stream()
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(method + " was not called, but " + received));
  }

  private void assertSame(Object result, Method method) {
    Class<?> type = method.getReturnType();
    if (result instanceof Delegate<?> around) {
      assertThat(
              Proxy.isProxyClass(around.delegate.getClass())
                  || around.delegate instanceof Delegate<?>)
          .isTrue();
    } else if (type != void.class && !type.isInterface()) {
      assertThat(result).isEqualTo(value(type));
    }
  }

  private Object decorator(Class<?> type) throws Exception {
    ConnectionTracing tracing = ConnectionTracing.ofPhysical("jdbc:h2:mem:x");
    TracedConnection connection = (TracedConnection) tracing.trace(behind(Connection.class));
    Statement statement = connection.createStatement();
    Object decorator =
        switch (type.getSimpleName()) {
          case "DataSource" -> TracedDataSource.of(behind(DataSource.class));
          case "XADataSource" -> TracedXaDataSource.of(behind(XADataSource.class));
          case "ConnectionPoolDataSource" ->
              TracedPoolDataSource.of(behind(ConnectionPoolDataSource.class));
          case "XAConnection" -> TracedXaConnection.of(behind(XAConnection.class), tracing);
          case "XAResource" ->
              new TracedXaResource(
                  behind(XAResource.class),
                  (TracedXaConnection) TracedXaConnection.of(behind(XAConnection.class), tracing),
                  tracing.branches());
          case "PooledConnection" ->
              TracedPooledConnection.of(behind(PooledConnection.class), tracing);
          case "ConnectionBuilder" ->
              new TracedConnectionBuilder(behind(ConnectionBuilder.class), tracing);
          case "Connection" -> connection;
          case "Statement" -> statement;
          case "PreparedStatement" -> connection.prepareStatement("SELECT 1");
          case "CallableStatement" -> connection.prepareCall("{call p()}");
          case "ResultSet" -> statement.executeQuery("SELECT 1");
          case "DatabaseMetaData" -> connection.getMetaData();
          default -> throw new AssertionError(type);
        };
    received.clear();
    arguments.clear();
    return decorator;
  }

  private <T> T behind(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? proxy == args[0] : 1;
              }
              received.add(method);
              arguments.add(args);
              if (failure != null) {
                throw failure;
              }
              return value(method.getReturnType());
            }));
  }

  private Object[] values(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(this::value).toArray();
  }

  /** Something of that type, the same each time where that can be seen. */
  private Object value(Class<?> type) {
    if (type == void.class) {
      return null;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == String.class || type == Object.class) {
      return "text";
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type.isPrimitive()) {
      return Array.get(Array.newInstance(type, 1), 0);
    }
    return type.getPackageName().matches("java.sql|javax.sql|javax.transaction.xa")
            && type.isInterface()
        ? behind(type)
        : null;
  }
}
