// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Stands at injection points in place of what the application has written. Not for applications:
 * public because containers look into qualifiers.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Wrapped {

  /** Which bean, by its type and all qualifiers that the application has written. */
  String value();

  /** An instance. */
  final class Literal extends AnnotationLiteral<Wrapped> implements Wrapped {

    private static final long serialVersionUID = 1L;

    private final String value;

    Literal(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
