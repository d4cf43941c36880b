// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.util.Map;

/**
 * The service that samples, as rules know it.
 *
 * @param name as in {@code service.name}
 * @param type such as {@code AWS::ECS::Container}; {@code null} where it is not known
 * @param arn of the container or the function; {@code null} where it is not known
 */
record Service(String name, String type, String arn) {

  static Service of(Map<String, Object> resource) {
    return new Service(text(resource, "service.name"), type(resource), arn(resource));
  }

  private static String type(Map<String, Object> resource) {
    String platform = text(resource, "cloud.platform");
    return platform == null
        ? null
        : switch (platform) {
          case "aws_ec2" -> "AWS::EC2::Instance";
          case "aws_ecs" -> "AWS::ECS::Container";
          case "aws_eks" -> "AWS::EKS::Container";
          case "aws_elastic_beanstalk" -> "AWS::ElasticBeanstalk::Environment";
          case "aws_lambda" -> "AWS::Lambda::Function";
          default -> null;
        };
  }

  private static String arn(Map<String, Object> resource) {
    String container = text(resource, "aws.ecs.container.arn");
    return container != null ? container : text(resource, "cloud.resource_id");
  }

  private static String text(Map<String, Object> resource, String key) {
    Object value = resource.get(key);
    return value == null ? null : value.toString();
  }
}
