// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method with {@code @Deployment}: what it gives is deployed as it is. On a test class: all
 * its deployments are, and nobody looks after spans in its tests.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Untraced {}
