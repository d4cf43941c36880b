// SPDX-License-Identifier: Apache-2.0
/**
 * The market: takes orders at once and hands them to the shop one after the other, by SQS; keeps a
 * ticket of each in DynamoDB, and tells of sales by Kinesis. For {@code ./demo --aws} only.
 */
package dev.clew.shop.market;
