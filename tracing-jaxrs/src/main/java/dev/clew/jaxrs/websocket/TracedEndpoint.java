// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Put on the methods of WebSocket endpoints by {@link WebSocketExtension}. Not for applications:
 * public because containers look into bindings.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface TracedEndpoint {}
