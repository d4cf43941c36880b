// SPDX-License-Identifier: Apache-2.0
/**
 * The sender {@code opensearch}: spans as documents for Trace Analytics of OpenSearch Dashboards,
 * as Data Prepper writes them.
 */
package dev.clew.aws.opensearch;
