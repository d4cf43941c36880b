// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.Type;
import java.util.Set;

/** An injection point at which something else is asked for. */
final class InjectionPointView implements InjectionPoint {

  private final InjectionPoint place;
  private final Type type;
  private final Set<Annotation> qualifiers;

  InjectionPointView(InjectionPoint place, Type type, Set<Annotation> qualifiers) {
    this.place = place;
    this.type = type;
    this.qualifiers = qualifiers;
  }

  @Override
  public Type getType() {
    return type;
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return qualifiers;
  }

  @Override
  public Bean<?> getBean() {
    return place.getBean();
  }

  @Override
  public Member getMember() {
    return place.getMember();
  }

  @Override
  public Annotated getAnnotated() {
    return place.getAnnotated();
  }

  @Override
  public boolean isDelegate() {
    return place.isDelegate();
  }

  @Override
  public boolean isTransient() {
    return place.isTransient();
  }
}
