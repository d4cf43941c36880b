// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.console.store.StoreException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** What to do where DynamoDB does not do what it is asked. */
final class Advice {

  private static final Set<String> RIGHTS =
      Set.of(
          "AccessDeniedException",
          "UnrecognizedClientException",
          "InvalidSignatureException",
          "ExpiredTokenException",
          "MissingAuthenticationTokenException");

  private Advice() {}

  /**
   * For people who may not be meant to know the account's names.
   *
   * @param what could not be done
   */
  static StoreException failure(String what, Exception failure) {
    return new StoreException(what + ": " + of(failure), failure);
  }

  static String of(Throwable failure) {
    if (isOfTables(failure)) {
      return "a table is missing, or its index; set clew.aws.dynamodb.table.create=true, or make it"
          + " as docs/aws.md says";
    }
    if (isOfRights(failure)) {
      return "the collector's role lacks a right, or its credentials are not valid; docs/console.md"
          + " lists the rights";
    }
    if (failure instanceof AwsServiceException) {
      return "DynamoDB has refused it, or has too much to do";
    }
    return "DynamoDB cannot be reached; see to its region, credentials and clew.aws.dynamodb.endpoint";
  }

  /** Whether nothing will change before somebody changes tables or rights. */
  static boolean isForPeople(Throwable failure) {
    return isOfTables(failure) || isOfRights(failure);
  }

  private static boolean isOfTables(Throwable failure) {
    return failure instanceof ResourceNotFoundException;
  }

  private static boolean isOfRights(Throwable failure) {
    return failure instanceof AwsServiceException answer
        && answer.awsErrorDetails() != null
        && RIGHTS.contains(answer.awsErrorDetails().errorCode());
  }
}
