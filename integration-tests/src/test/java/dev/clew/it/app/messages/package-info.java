// SPDX-License-Identifier: Apache-2.0
/** An application that sends and receives messages, and knows nothing of tracing. */
package dev.clew.it.app.messages;
