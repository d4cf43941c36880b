// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.event;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Handover;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * A qualifier that knows where an event was fired. It reaches the observers of that very event with
 * its injection point, so that they cannot be taken for those of another, be its payload the same
 * object. Every event has {@link Any} (CDI 4.0, "Event types and qualifier types"), so an instance
 * of that is what it is, equal to any other; only where the application has declared {@link Any}
 * itself, the container would keep that one, and it is a {@link Fired}.
 */
abstract sealed class FiredFrom {

  private final Handover handover;

  private FiredFrom(Handover handover) {
    this.handover = handover;
  }

  /** The event, taking the current context along; as it is where there is none. Does not throw. */
  static <T> Event<T> here(Event<T> event, boolean hasAny) {
    try {
      Handover here = Handover.here();
      if (here.isNothing()) {
        return event;
      }
      return event.select(hasAny ? new AsFired(here) : new AsAny(here));
    } catch (Throwable failure) {
      Guard.failed("take the context along with an event", failure);
      return event;
    }
  }

  /** What an event takes along; {@code null} where it takes nothing. Does not throw. */
  static Handover of(EventContext<?> event) {
    try {
      InjectionPoint point = event.getMetadata().getInjectionPoint();
      return point == null ? null : among(point.getQualifiers());
    } catch (Throwable failure) {
      Guard.failed("find what an event takes along", failure);
      return null;
    }
  }

  private static Handover among(Set<Annotation> qualifiers) {
    for (Annotation qualifier : qualifiers) {
      if (qualifier instanceof FiredFrom from) {
        return from.handover;
      }
    }
    return null;
  }

  /** Hash codes are as {@link Annotation#hashCode} has them for annotations without members. */
  private static final class AsAny extends FiredFrom implements Any {

    AsAny(Handover handover) {
      super(handover);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return Any.class;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Any;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public String toString() {
      return Any.Literal.INSTANCE.toString();
    }
  }

  /** Where {@link Any} is taken. */
  private static final class AsFired extends FiredFrom implements Fired {

    AsFired(Handover handover) {
      super(handover);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return Fired.class;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Fired;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
