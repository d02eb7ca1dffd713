package org.mercat.rest.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.Payout.State;
import org.mercat.rest.shared.MoneyView;

/** A payout on the wire. */
public record PayoutView(
    UUID id,
    UUID provider,
    UUID batch,
    MoneyView amount,
    String state,
    Optional<String> failure,
    Instant decidedAt,
    Instant stateAt) {

  static PayoutView of(Payout payout) {
    return new PayoutView(
        payout.id().value(),
        payout.provider().value(),
        payout.batch().value(),
        MoneyView.of(payout.amount()),
        word(payout.state()),
        payout.state() instanceof State.Failed(_, var why)
            ? Optional.of(word(why))
            : Optional.empty(),
        payout.decidedAt(),
        payout.state().at());
  }

  static String word(FailureCode why) {
    return why.name().toLowerCase(Locale.ROOT);
  }

  private static String word(State state) {
    return switch (state) {
      case State.Pending _ -> "pending";
      case State.Transferring _ -> "transferring";
      case State.Paying _ -> "paying";
      case State.Paid _ -> "paid";
      case State.Failed _ -> "failed";
    };
  }
}
