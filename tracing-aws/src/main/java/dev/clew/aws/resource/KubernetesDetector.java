// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kubernetes, and whether it is EKS. The cluster's name would have to be asked for, with rights
 * that few applications have.
 */
final class KubernetesDetector implements Detector {

  private static final Pattern CONTAINER = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  @Override
  public boolean isHere(Surroundings surroundings) {
    return !surroundings.variable("KUBERNETES_SERVICE_HOST").isEmpty();
  }

  @Override
  public void detect(Surroundings surroundings, Metadata metadata, Found found) {
    if (isEks(surroundings)) {
      found.platform("aws_eks").put("cloud.region", surroundings.variable("AWS_REGION"));
    }
    found
        .put("k8s.pod.name", surroundings.variable("HOSTNAME"))
        .put(
            "k8s.namespace.name",
            surroundings.file("var/run/secrets/kubernetes.io/serviceaccount/namespace"))
        .put("container.id", containerId(surroundings));
  }

  private static boolean isEks(Surroundings surroundings) {
    return Ec2Detector.isEc2(surroundings)
        || surroundings.variable("AWS_WEB_IDENTITY_TOKEN_FILE").contains("eks.amazonaws.com")
        || surroundings
            .variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
            .contains("eks-pod-identity");
  }

  /** In paths of control groups, version 1, or else of what is mounted. */
  private static String containerId(Surroundings surroundings) {
    for (String file : new String[] {"proc/self/cgroup", "proc/self/mountinfo"}) {
      Matcher id = CONTAINER.matcher(surroundings.file(file));
      if (id.find()) {
        return id.group();
      }
    }
    return "";
  }
}
