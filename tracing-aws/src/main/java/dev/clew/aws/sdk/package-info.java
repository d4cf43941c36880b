// SPDX-License-Identifier: Apache-2.0
/**
 * Calls of the AWS SDK for Java v2 as spans, by OpenTelemetry's semantic conventions 1.44 (in
 * development). The SDK finds the interceptor by a file of its own; what each service says is a
 * table of names, so that no service's classes are needed.
 */
package dev.clew.aws.sdk;
