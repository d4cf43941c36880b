// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/**
 * Lambda: headers in {@code custom} of the client context, which only functions that are waited for
 * get to see, and whose size is limited.
 */
final class LambdaCarrier implements Carrier {

  /** Characters of base64 (Lambda, "Invoke"). */
  private static final int MAX_LENGTH = 3583;

  private static final String CUSTOM = "\"custom\"";

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    if (!(request instanceof InvokeRequest invoke)
        || outgoing.headers().isEmpty()
        || invoke.invocationType() == InvocationType.EVENT) {
      return request;
    }
    String context = context(invoke.clientContext(), CUSTOM + ":" + outgoing.json());
    return context == null || context.length() > MAX_LENGTH
        ? request
        : invoke.toBuilder().clientContext(context).build();
  }

  /** {@code null} where the application's own context is not to be touched. */
  private static String context(String own, String member) {
    if (own == null) {
      return encoded("{" + member + "}");
    }
    String json = decoded(own);
    if (!json.startsWith("{") || json.contains(CUSTOM)) {
      return null;
    }
    String rest = json.substring(1).stripLeading();
    return encoded("{" + member + (rest.startsWith("}") ? "" : ",") + rest);
  }

  private static String encoded(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty where it is no base64. */
  private static String decoded(String context) {
    try {
      return new String(Base64.getDecoder().decode(context), StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
