// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

/** The key of a part of a trace. */
record PartKey(String traceId, String service) {}
