// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import java.util.Map;

/** X-Ray's names of where a process runs. */
public final class AwsPlatform {

  private AwsPlatform() {}

  /** Of {@code cloud.platform} of a resource; {@code null} where it is no such place. */
  public static String type(Map<String, Object> resource) {
    return switch (String.valueOf(resource.get("cloud.platform"))) {
      case "aws_ec2" -> "AWS::EC2::Instance";
      case "aws_ecs" -> "AWS::ECS::Container";
      case "aws_eks" -> "AWS::EKS::Container";
      case "aws_elastic_beanstalk" -> "AWS::ElasticBeanstalk::Environment";
      case "aws_lambda" -> "AWS::Lambda::Function";
      default -> null;
    };
  }
}
