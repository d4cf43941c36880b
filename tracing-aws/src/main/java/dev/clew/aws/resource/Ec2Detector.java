// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.io.IOException;
import java.util.Map;

/** EC2, by its instance metadata service, version 2. */
final class Ec2Detector implements Detector {

  private static final String ENDPOINT = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
  private static final String DISABLED = "AWS_EC2_METADATA_DISABLED";
  private static final String DEFAULT_ENDPOINT = "http://169.254.169.254";
  private static final String TOKEN = "X-aws-ec2-metadata-token";

  @Override
  public boolean isHere(Surroundings surroundings) {
    return isEc2(surroundings) && !"true".equalsIgnoreCase(surroundings.variable(DISABLED));
  }

  /** What the machine says of itself: nobody has to be asked where this is not EC2. */
  static boolean isEc2(Surroundings surroundings) {
    return surroundings.file("sys/devices/virtual/dmi/id/sys_vendor").equals("Amazon EC2")
        || surroundings.file("sys/hypervisor/uuid").startsWith("ec2");
  }

  @Override
  public void detect(Surroundings surroundings, Metadata metadata, Found found) throws IOException {
    found.platform("aws_ec2");
    String given = surroundings.variable(ENDPOINT);
    String endpoint = given.isEmpty() ? DEFAULT_ENDPOINT : given.replaceFirst("/+$", "");
    String token =
        metadata.request(
            "PUT", endpoint + "/latest/api/token", Map.of(TOKEN + "-ttl-seconds", "60"));
    Texts instance =
        new Texts(
            metadata.get(
                endpoint + "/latest/dynamic/instance-identity/document", Map.of(TOKEN, token)));
    found
        .put("cloud.region", instance.get("region"))
        .put("cloud.account.id", instance.get("accountId"))
        .put("cloud.availability_zone", instance.get("availabilityZone"))
        .put("host.id", instance.get("instanceId"))
        .put("host.type", instance.get("instanceType"))
        .put("host.image.id", instance.get("imageId"));
  }
}
