// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import static dev.clew.aws.sdk.Field.count;
import static dev.clew.aws.sdk.Field.flag;
import static dev.clew.aws.sdk.Field.json;
import static dev.clew.aws.sdk.Field.number;
import static dev.clew.aws.sdk.Field.positive;
import static dev.clew.aws.sdk.Field.text;
import static dev.clew.aws.sdk.Field.texts;

import java.util.Map;

/** The services that have something of their own to say; values and bodies are never told. */
final class Services {

  private static final String SYSTEM = "messaging.system";
  private static final String DESTINATION = "messaging.destination.name";
  private static final String MESSAGE_COUNT = "messaging.batch.message_count";
  private static final String MESSAGE_ID = "messaging.message.id";
  private static final String FAILED = "clew.aws.failed_entries";
  private static final String SEND = "send";
  private static final String RECEIVE = "ReceiveMessage";
  private static final String[] RECORDS = {"GetShardIterator", "GetRecords"};

  /** By the names that the SDK has for them. */
  static final Map<String, Service> ALL =
      Map.of(
          "DynamoDb", dynamoDb(),
          "DynamoDbStreams", new Service("DynamoDbStreams").polls(RECORDS),
          "S3", s3(),
          "Sqs", sqs(),
          "Sns", sns(),
          "Kinesis", kinesis(),
          "Lambda", lambda(),
          "Sfn", stepFunctions(),
          "EventBridge", eventBridge(),
          "SecretsManager", secretsManager());

  private Services() {}

  private static Service dynamoDb() {
    String tables = "aws.dynamodb.table_names";
    return new Service("DynamoDB")
        .database()
        .constant("db.system.name", "aws.dynamodb")
        .request(texts("TableName", tables))
        .request(text("TableName", "db.collection.name", Arns::last))
        .request(texts("RequestItems", tables))
        .request(text("IndexName", "aws.dynamodb.index_name"))
        .request(flag("ConsistentRead", "aws.dynamodb.consistent_read"))
        .request(number("Limit", "aws.dynamodb.limit"))
        .request(text("ProjectionExpression", "aws.dynamodb.projection"))
        .request(texts("AttributesToGet", "aws.dynamodb.attributes_to_get"))
        .request(text("Select", "aws.dynamodb.select"))
        .request(flag("ScanIndexForward", "aws.dynamodb.scan_forward"))
        .request(number("Segment", "aws.dynamodb.segment"))
        .request(number("TotalSegments", "aws.dynamodb.total_segments"))
        .request(text("ExclusiveStartTableName", "aws.dynamodb.exclusive_start_table"))
        .response(json("ConsumedCapacity", "aws.dynamodb.consumed_capacity"))
        .response(number("Count", "aws.dynamodb.count"))
        .response(number("ScannedCount", "aws.dynamodb.scanned_count"))
        .response(count("TableNames", "aws.dynamodb.table_count"));
  }

  private static Service s3() {
    return new Service("S3")
        .request(text("Bucket", "aws.s3.bucket"))
        .request(text("Key", "aws.s3.key"))
        .request(text("CopySource", "aws.s3.copy_source"))
        .request(text("UploadId", "aws.s3.upload_id"))
        .request(number("PartNumber", "aws.s3.part_number"));
  }

  private static Service sqs() {
    return new Service("SQS")
        .constant(SYSTEM, "aws_sqs")
        .messages(SEND, "SendMessage", "SendMessageBatch")
        .messages("receive", RECEIVE)
        .polls(RECEIVE)
        .messages("settle", "DeleteMessage", "DeleteMessageBatch")
        .messages("settle", "ChangeMessageVisibility", "ChangeMessageVisibilityBatch")
        .request(text("QueueUrl", "aws.sqs.queue.url"))
        .request(text("QueueUrl", DESTINATION, Arns::last))
        .request(count("Entries", MESSAGE_COUNT))
        .response(text("MessageId", MESSAGE_ID))
        .response(count("Messages", MESSAGE_COUNT))
        .response(count("Failed", FAILED));
  }

  private static Service sns() {
    return new Service("SNS")
        .constant(SYSTEM, "aws.sns")
        .messages(SEND, "Publish", "PublishBatch")
        .request(text("TopicArn", "aws.sns.topic.arn"))
        .request(text("TopicArn", DESTINATION, Arns::last))
        .request(count("PublishBatchRequestEntries", MESSAGE_COUNT))
        .response(text("MessageId", MESSAGE_ID))
        .response(count("Failed", FAILED));
  }

  private static Service kinesis() {
    return new Service("Kinesis")
        .polls(RECORDS)
        .request(text("StreamName", "aws.kinesis.stream_name"))
        .request(text("StreamARN", "aws.kinesis.stream_name", Arns::last))
        .request(count("Records", MESSAGE_COUNT))
        .response(positive("FailedRecordCount", FAILED));
  }

  private static Service lambda() {
    return new Service("Lambda")
        .constant("faas.invoked_provider", "aws")
        .request(text("FunctionName", "faas.invoked_name", Arns::function))
        .request(text("UUID", "aws.lambda.resource_mapping.id"));
  }

  private static Service stepFunctions() {
    return new Service("SFN")
        .polls("GetActivityTask")
        .request(text("stateMachineArn", "aws.step_functions.state_machine.arn"))
        .request(text("activityArn", "aws.step_functions.activity.arn"));
  }

  private static Service eventBridge() {
    return new Service("EventBridge")
        .messages(SEND, "PutEvents")
        .request(count("Entries", MESSAGE_COUNT))
        .response(positive("FailedEntryCount", FAILED));
  }

  /** A secret is known by its ARN only: names, too, may be asked for by mistake. */
  private static Service secretsManager() {
    String arn = "aws.secretsmanager.secret.arn";
    return new Service("SecretsManager")
        .secret()
        .request(text("SecretId", arn, id -> id.startsWith("arn:") ? id : null))
        .response(text("ARN", arn));
  }
}
