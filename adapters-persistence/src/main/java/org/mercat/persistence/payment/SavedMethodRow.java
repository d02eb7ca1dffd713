package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Card;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethod.State;
import org.mercat.domain.payment.SavedMethodId;

/** Table {@code payment_method}, column for component. */
record SavedMethodRow(
    UUID id,
    UUID userId,
    String payerReference,
    String brand,
    String lastDigits,
    int expiryMonth,
    int expiryYear,
    boolean preferred,
    StateCode state,
    Instant stateAt,
    @Nullable String token,
    @Nullable FailureCode failure,
    long version) {

  enum StateCode {
    ASKED,
    SAVED,
    REFUSED,
    REMOVED
  }

  static SavedMethodRow of(SavedMethod method) {
    return new SavedMethodRow(
        method.id().value(),
        method.owner().value(),
        method.payer().value(),
        method.card().brand(),
        method.card().lastDigits(),
        method.card().expiryMonth(),
        method.card().expiryYear(),
        method.preferred(),
        code(method.state()),
        method.state().at(),
        method.state() instanceof State.Saved(_, var token) ? token.value() : null,
        method.state() instanceof State.Refused(_, var why) ? why : null,
        method.version());
  }

  SavedMethod toDomain() {
    return new SavedMethod(
        new SavedMethodId(id),
        new UserId(userId),
        new GatewayReference(payerReference),
        new Card(brand, lastDigits, expiryMonth, expiryYear),
        preferred,
        known(),
        version);
  }

  private static StateCode code(State state) {
    return switch (state) {
      case State.Asked _ -> StateCode.ASKED;
      case State.Saved _ -> StateCode.SAVED;
      case State.Refused _ -> StateCode.REFUSED;
      case State.Removed _ -> StateCode.REMOVED;
    };
  }

  private State known() {
    return switch (state) {
      case ASKED -> new State.Asked(stateAt);
      case SAVED -> new State.Saved(stateAt, new GatewayReference(requireNonNull(token)));
      case REFUSED -> new State.Refused(stateAt, requireNonNull(failure));
      case REMOVED -> new State.Removed(stateAt);
    };
  }
}
