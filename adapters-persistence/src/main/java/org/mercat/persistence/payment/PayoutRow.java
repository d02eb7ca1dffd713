package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.Payout.State;
import org.mercat.domain.payment.PayoutBatchId;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** Table {@code payout}, column for component. */
record PayoutRow(
    UUID id,
    UUID providerId,
    UUID batchId,
    long amountMinor,
    String currency,
    StateCode state,
    Instant stateAt,
    @Nullable String reference,
    @Nullable FailureCode failure,
    Instant decidedAt,
    long version) {

  enum StateCode {
    PENDING,
    TRANSFERRING,
    PAYING,
    PAID,
    FAILED
  }

  static PayoutRow of(Payout payout) {
    return new PayoutRow(
        payout.id().value(),
        payout.provider().value(),
        payout.batch().value(),
        payout.amount().minor(),
        payout.amount().currency().getCurrencyCode(),
        code(payout.state()),
        payout.state().at(),
        payout.state() instanceof State.Paid(_, var reference) ? reference.value() : null,
        payout.state() instanceof State.Failed(_, var why) ? why : null,
        payout.decidedAt(),
        payout.version());
  }

  Payout toDomain() {
    return new Payout(
        new PayoutId(id),
        new ProviderId(providerId),
        new PayoutBatchId(batchId),
        Money.of(amountMinor, currency),
        known(),
        decidedAt,
        version);
  }

  private static StateCode code(State state) {
    return switch (state) {
      case State.Pending _ -> StateCode.PENDING;
      case State.Transferring _ -> StateCode.TRANSFERRING;
      case State.Paying _ -> StateCode.PAYING;
      case State.Paid _ -> StateCode.PAID;
      case State.Failed _ -> StateCode.FAILED;
    };
  }

  private State known() {
    return switch (state) {
      case PENDING -> new State.Pending(stateAt);
      case TRANSFERRING -> new State.Transferring(stateAt);
      case PAYING -> new State.Paying(stateAt);
      case PAID -> new State.Paid(stateAt, new GatewayReference(requireNonNull(reference)));
      case FAILED -> new State.Failed(stateAt, requireNonNull(failure));
    };
  }
}
