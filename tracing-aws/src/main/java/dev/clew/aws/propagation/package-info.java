// SPDX-License-Identifier: Apache-2.0
/**
 * X-Ray's tracing header, read and written: {@code xray} and {@code xray-lambda} in {@code
 * otel.propagators}. Knows no SDK.
 */
package dev.clew.aws.propagation;
