// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds {@link ContainerRunInterceptor}; the annotations of methods that a container runs on its
 * own threads carry it, see {@link ContainerRunBinding}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface ContainerRun {}
