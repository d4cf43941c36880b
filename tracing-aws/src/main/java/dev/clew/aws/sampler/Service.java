// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.aws.AwsPlatform;
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
    return new Service(text(resource, "service.name"), AwsPlatform.type(resource), arn(resource));
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
