// SPDX-License-Identifier: Apache-2.0
/**
 * Who calls whom: services, databases, queues and what is outside, with how often, how often in
 * vain, and how long it takes. Maps of different traces add up.
 */
package dev.clew.analysis.map;
