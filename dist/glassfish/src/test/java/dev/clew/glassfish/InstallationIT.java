// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

class InstallationIT extends DomainInstallationContract {}
