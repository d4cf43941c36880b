// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients as the SDK makes them: where AWS is, the region and the credentials are said by the
 * environment. They are traced by themselves.
 */
@ApplicationScoped
public class AwsClients {

  @Produces
  @ApplicationScoped
  SqsClient sqs() {
    return SqsClient.create();
  }

  void close(@Disposes SqsClient sqs) {
    sqs.close();
  }

  @Produces
  @ApplicationScoped
  DynamoDbClient dynamoDb() {
    return DynamoDbClient.create();
  }

  void close(@Disposes DynamoDbClient dynamoDb) {
    dynamoDb.close();
  }

  @Produces
  @ApplicationScoped
  KinesisClient kinesis() {
    return KinesisClient.create();
  }

  void close(@Disposes KinesisClient kinesis) {
    kinesis.close();
  }
}
