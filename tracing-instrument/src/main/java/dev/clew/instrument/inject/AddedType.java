// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Adds types of the library to a deployment. Each web application of an EAR may bring the library;
 * where all of them share one CDI container, their types have the same names. There only those of
 * the first would count if they had the same id, as in GlassFish, or if the container made their
 * annotated types itself, as in Open Liberty: it finds again what it has made of the same name.
 */
public final class AddedType {

  private AddedType() {}

  /**
   * Adds a type.
   *
   * @param manager that of the extension, so of the web application that the type is in
   */
  public static void add(BeforeBeanDiscovery event, BeanManager manager, Class<?> type) {
    event.addAnnotatedType(manager.createAnnotatedType(type), id(type));
  }

  /** As {@link #add(BeforeBeanDiscovery, BeanManager, Class)}, with one annotation more. */
  public static void add(
      BeforeBeanDiscovery event, BeanManager manager, Class<?> type, Annotation more) {
    event.addAnnotatedType(new Annotated<>(manager.createAnnotatedType(type), more), id(type));
  }

  /** The same after each start. */
  static String id(Class<?> type) {
    CodeSource from = type.getProtectionDomain().getCodeSource();
    return from == null ? type.getName() : type.getName() + '@' + from.getLocation();
  }

  /** A type as it is written, with one annotation more. */
  private record Annotated<X>(AnnotatedType<X> type, Annotation more) implements AnnotatedType<X> {

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> wanted) {
      return wanted.isInstance(more) ? wanted.cast(more) : type.getAnnotation(wanted);
    }

    @Override
    public Set<Annotation> getAnnotations() {
      Set<Annotation> all = new HashSet<>(type.getAnnotations());
      all.add(more);
      return all;
    }

    @Override
    public boolean isAnnotationPresent(Class<? extends Annotation> wanted) {
      return wanted.isInstance(more) || type.isAnnotationPresent(wanted);
    }

    @Override
    public Class<X> getJavaClass() {
      return type.getJavaClass();
    }

    @Override
    public Set<AnnotatedConstructor<X>> getConstructors() {
      return type.getConstructors();
    }

    @Override
    public Set<AnnotatedMethod<? super X>> getMethods() {
      return type.getMethods();
    }

    @Override
    public Set<AnnotatedField<? super X>> getFields() {
      return type.getFields();
    }

    @Override
    public Type getBaseType() {
      return type.getBaseType();
    }

    @Override
    public Set<Type> getTypeClosure() {
      return type.getTypeClosure();
    }
  }
}
