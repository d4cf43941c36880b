// SPDX-License-Identifier: Apache-2.0
/** An application whose message-driven beans are bound to tracing in every other way, and fail. */
package dev.clew.it.app.parcels;
