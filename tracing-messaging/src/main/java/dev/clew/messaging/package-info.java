// SPDX-License-Identifier: Apache-2.0
/** What can be configured of how messages are traced. */
package dev.clew.messaging;
