// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** ECS, on EC2 or Fargate (task metadata endpoint, version 4). */
final class EcsDetector implements Detector {

  private static final String ENDPOINT = "ECS_CONTAINER_METADATA_URI_V4";

  /** {@code arn:aws:ecs:region:account:task/cluster/id} */
  private static final int ARN_PARTS = 6;

  @Override
  public boolean isHere(Surroundings surroundings) {
    return surroundings.variable(ENDPOINT).startsWith("http://");
  }

  @Override
  public void detect(Surroundings surroundings, Metadata metadata, Found found) throws IOException {
    found.platform("aws_ecs");
    String endpoint = surroundings.variable(ENDPOINT);
    container(new Texts(metadata.get(endpoint, Map.of())), found);
    task(new Texts(metadata.get(endpoint + "/task", Map.of())), found);
  }

  private static void container(Texts container, Found found) {
    String image = container.get("Image");
    int tag = image.indexOf(':', image.lastIndexOf('/') + 1);
    found
        .put("aws.ecs.container.arn", container.get("ContainerARN"))
        .put("cloud.resource_id", container.get("ContainerARN"))
        .put("container.id", container.get("DockerId"))
        .put("container.name", container.get("DockerName"))
        .put("container.image.name", tag < 0 ? image : image.substring(0, tag))
        .put("container.image.id", container.get("ImageID"));
  }

  private static void task(Texts task, Found found) {
    String arn = task.get("TaskARN");
    found
        .put("aws.ecs.task.arn", arn)
        .put("aws.ecs.task.id", arn.substring(arn.lastIndexOf('/') + 1))
        .put("aws.ecs.task.family", task.get("Family"))
        .put("aws.ecs.task.revision", task.get("Revision"))
        .put("aws.ecs.launchtype", task.get("LaunchType").toLowerCase(Locale.ROOT))
        .put("cloud.availability_zone", task.get("AvailabilityZone"));
    String[] parts = arn.split(":", ARN_PARTS);
    if (parts.length == ARN_PARTS) {
      found
          .put("cloud.region", parts[3])
          .put("cloud.account.id", parts[4])
          .put("aws.ecs.cluster.arn", cluster(task.get("Cluster"), arn));
    }
  }

  /** Some versions of the endpoint give the cluster's name only. */
  private static String cluster(String cluster, String taskArn) {
    return cluster.isEmpty() || cluster.startsWith("arn:")
        ? cluster
        : taskArn.substring(0, taskArn.lastIndexOf(':') + 1) + "cluster/" + cluster;
  }
}
