// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves all resources of this WAR from its context root. */
@ApplicationPath("/")
public class OrdersApplication extends Application {}
