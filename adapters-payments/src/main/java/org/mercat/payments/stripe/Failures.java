package org.mercat.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.net.StripeResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.FailureCode;

/**
 * What an error of Stripe says of the work that was asked for: by its class and its code, never by
 * its words, which may change and may name people. What does not surely say that nothing has moved
 * is {@code Unknown}: a refused API key, too, for it says nothing of the same call made before.
 */
final class Failures {

  private static final Duration SHORTLY = Duration.ofSeconds(1);

  /** Somebody else is at it, or there is too much to do. */
  private static final Set<String> BUSY =
      Set.of("idempotency_key_in_use", "lock_timeout", "rate_limit");

  private Failures() {}

  static <T> Outcome<T> outcome(StripeException failure) {
    if (failure instanceof RateLimitException || BUSY.contains(code(failure))) {
      return new Outcome.Busy<>(retryAfter(failure));
    }
    return switch (failure) {
      case CardException card -> new Outcome.Declined<>(declined(card));
      case IdempotencyException _ ->
          new Outcome.Rejected<>(FailureCode.REJECTED, "the key was used for another request");
      case InvalidRequestException invalid ->
          new Outcome.Rejected<>(refused(invalid), said(failure));
      default ->
          isOfNobody(failure)
              ? new Outcome.Rejected<>(FailureCode.NOT_FOUND, said(failure))
              : new Outcome.Unknown<>(said(failure));
    };
  }

  private static FailureCode declined(CardException card) {
    return "insufficient_funds".equals(card.getDeclineCode())
        ? FailureCode.INSUFFICIENT_FUNDS
        : FailureCode.CARD_DECLINED;
  }

  private static FailureCode refused(InvalidRequestException invalid) {
    return switch (code(invalid)) {
      case "resource_missing" ->
          "payment_method".equals(invalid.getParam())
              ? FailureCode.INVALID_METHOD
              : FailureCode.NOT_FOUND;
      case "not_found" -> FailureCode.NOT_FOUND;
      case "amount_too_large" -> FailureCode.AMOUNT_TOO_LARGE;
      case "charge_already_refunded" -> FailureCode.ALREADY_REFUNDED;
      case "balance_insufficient", "insufficient_funds" -> FailureCode.BALANCE_INSUFFICIENT;
      case "insufficient_capabilities_for_transfer", "payouts_not_allowed" ->
          FailureCode.PAYEE_NOT_READY;
      default -> FailureCode.REJECTED;
    };
  }

  /** An account that is not there, or not ours, which Stripe does not tell apart. */
  private static boolean isOfNobody(StripeException failure) {
    return Set.of("account_invalid", "not_found").contains(code(failure));
  }

  private static String code(StripeException failure) {
    return Optional.ofNullable(failure.getCode()).orElse("");
  }

  /** For whoever has to look it up at Stripe; without a word of Stripe's own. */
  private static String said(StripeException failure) {
    if (failure instanceof ApiConnectionException) {
      return "no answer: " + failure.getMessage();
    }
    return "HTTP %d %s %s"
        .formatted(
            Optional.ofNullable(failure.getStatusCode()).orElse(0),
            code(failure),
            Optional.ofNullable(failure.getRequestId()).orElse(""))
        .strip();
  }

  private static Duration retryAfter(StripeException failure) {
    return Optional.ofNullable(failure.getStripeError())
        .map(StripeError::getLastResponse)
        .flatMap(Failures::retryAfter)
        .orElse(SHORTLY);
  }

  private static Optional<Duration> retryAfter(@Nullable StripeResponse answer) {
    return Optional.ofNullable(answer)
        .flatMap(it -> it.headers().firstValue("Retry-After"))
        .filter(seconds -> seconds.matches("[0-9]{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
