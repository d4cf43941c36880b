// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves all resources of this WAR from its context root. */
@ApplicationPath("/")
public class MarketApplication extends Application {}
