package org.mercat.domain.payment;

import java.util.Map;

/**
 * What evidence may consist of. Every field is an answer in words, or the gateway's name of a file
 * that was given to it before.
 */
public enum EvidenceField {
  PRODUCT_DESCRIPTION,
  SERVICE_DATE,
  CUSTOMER_NAME,
  CUSTOMER_EMAIL_ADDRESS,
  ACCESS_ACTIVITY_LOG,
  CANCELLATION_POLICY_DISCLOSURE,
  CANCELLATION_REBUTTAL,
  REFUND_POLICY_DISCLOSURE,
  REFUND_REFUSAL_EXPLANATION,
  UNCATEGORIZED_TEXT,
  /** A file. */
  CUSTOMER_COMMUNICATION,
  /** A file. */
  RECEIPT,
  /** A file. */
  SERVICE_DOCUMENTATION,
  /** A file. */
  UNCATEGORIZED_FILE;

  /** The longest answer, in characters. */
  public static final int MOST = 20_000;

  /** The most characters of all answers together; docs.stripe.com/disputes/best-practices. */
  public static final int MOST_IN_ALL = 150_000;

  /** The longest name of a file. */
  public static final int MOST_OF_NAME = 255;

  public boolean isFile() {
    return switch (this) {
      case CUSTOMER_COMMUNICATION, RECEIPT, SERVICE_DOCUMENTATION, UNCATEGORIZED_FILE -> true;
      case PRODUCT_DESCRIPTION,
          SERVICE_DATE,
          CUSTOMER_NAME,
          CUSTOMER_EMAIL_ADDRESS,
          ACCESS_ACTIVITY_LOG,
          CANCELLATION_POLICY_DISCLOSURE,
          CANCELLATION_REBUTTAL,
          REFUND_POLICY_DISCLOSURE,
          REFUND_REFUSAL_EXPLANATION,
          UNCATEGORIZED_TEXT ->
          false;
    };
  }

  /** Whether the answers are not too long, each and all together. */
  public static boolean areAcceptable(Map<EvidenceField, String> answers) {
    return answers.entrySet().stream()
            .allMatch(
                answer ->
                    answer.getValue().length() <= (answer.getKey().isFile() ? MOST_OF_NAME : MOST))
        && answers.values().stream().mapToInt(String::length).sum() <= MOST_IN_ALL;
  }
}
