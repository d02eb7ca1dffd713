package org.mercat.rest.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every way in which this API refuses; the names are kept for ever. */
public enum ProblemCode {
  UNREADABLE_REQUEST(400, "The request cannot be read"),
  IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key is required"),
  UNAUTHENTICATED(401, "Sign in first"),
  SECOND_FACTOR_REQUIRED(401, "A code is needed to sign in"),
  PAYMENT_DECLINED(402, "The payment was declined"),
  FORBIDDEN(403, "Not allowed"),
  TENANT_SUSPENDED(403, "This market is suspended"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No acceptable form of the answer"),
  VERIFICATION_REQUIRED(409, "Verification comes first"),
  SECOND_FACTOR_MISSING(409, "A second factor comes first"),
  NOT_PAYABLE(409, "The provider cannot be paid yet"),
  SLOT_TAKEN(409, "The time is taken"),
  SERIES_CONFLICT(409, "Times of the series are taken"),
  ALREADY_REVIEWED(409, "Reviewed already"),
  HOLD_EXPIRED(409, "The hold has expired"),
  DISPUTED(409, "The payment is contested by the payer's bank"),
  OUTCOME_UNKNOWN(409, "The outcome of a payment is not known yet"),
  WRONG_STATE(409, "Not possible in this state"),
  CONCURRENT_CHANGE(409, "Somebody else changed it first"),
  RULE_OVERLAP(409, "The rules overlap"),
  TIME_RULE_CONFLICT(409, "The rules of the time zone have changed"),
  IDEMPOTENCY_IN_FLIGHT(409, "The first call under this key is still in work"),
  STALE(412, "It has changed since it was read"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  NONEXISTENT_LOCAL_TIME(422, "This local time does not exist"),
  OUTSIDE_AVAILABILITY(422, "Not a time that is offered"),
  REFUND_EXCEEDS_REMAINING(422, "More than what is left to refund"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
  UNACCEPTABLE_REQUEST(422, "The request is not acceptable"),
  IF_MATCH_MISSING(428, "An If-Match is required"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL(500, "Something went wrong here"),
  UNAVAILABLE(503, "Not available for the moment");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Where the code is explained, and its identity as of RFC 9457. */
  public String type() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code of a status that has only one. */
  static Optional<ProblemCode> ofStatus(int status) {
    return switch (status) {
      case 400 -> Optional.of(UNREADABLE_REQUEST);
      case 409 -> Optional.of(WRONG_STATE);
      case 422 -> Optional.of(UNACCEPTABLE_REQUEST);
      default -> Arrays.stream(values()).filter(code -> code.status == status).findFirst();
    };
  }
}
