// SPDX-License-Identifier: Apache-2.0
/**
 * Where a process runs on AWS, by OpenTelemetry's semantic conventions 1.44. Variables and files
 * tell which service that is; only then, and not for long, is its metadata asked for.
 */
package dev.clew.aws.resource;
