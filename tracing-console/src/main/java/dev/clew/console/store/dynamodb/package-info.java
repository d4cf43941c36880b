// SPDX-License-Identifier: Apache-2.0
/**
 * Spans in tables of DynamoDB: those that the sender {@code dynamodb} writes, so that applications
 * may write them without the collector.
 */
package dev.clew.console.store.dynamodb;
