// SPDX-License-Identifier: Apache-2.0
/** Reads finished spans, for senders whose service does not take OTLP as it is. */
package dev.clew.aws.otlp;
