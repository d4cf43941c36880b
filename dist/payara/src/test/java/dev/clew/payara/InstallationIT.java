// SPDX-License-Identifier: Apache-2.0
package dev.clew.payara;

import dev.clew.glassfish.DomainInstallationContract;

class InstallationIT extends DomainInstallationContract {}
