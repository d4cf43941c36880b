// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;

/**
 * The same under another name: outside of a request RESTEasy says that the other is registered, and
 * has only the filters of whichever application was there first. Where both are there, one of them
 * does it.
 */
@ConstrainedTo(RuntimeType.CLIENT)
final class RestClientSpanFilter extends ClientSpanFilter {}
