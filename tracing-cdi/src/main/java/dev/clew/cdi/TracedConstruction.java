// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds {@link ConstructionInterceptor}. It is put on classes whose {@code @PostConstruct} method
 * is to be traced, because interceptors of such methods are bound by classes only.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface TracedConstruction {}
