package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.PayerEvent.MethodPreferred;
import org.mercat.domain.payment.PayerEvent.MethodRemoved;
import org.mercat.domain.payment.PayerEvent.MethodSaved;
import org.mercat.domain.payment.SavedMethod.State.Asked;
import org.mercat.domain.payment.SavedMethod.State.Refused;
import org.mercat.domain.payment.SavedMethod.State.Removed;
import org.mercat.domain.payment.SavedMethod.State.Saved;

/**
 * A method of payment that a person has let the gateway keep. Only the gateway's name of it is
 * known here. Immutable: every command returns the next one.
 *
 * @param payer the gateway's customer whose it is
 * @param preferred whether it is what its owner pays with when nothing else is said; of each owner
 *     one at the most
 */
public record SavedMethod(
    SavedMethodId id,
    UserId owner,
    GatewayReference payer,
    Card card,
    boolean preferred,
    State state,
    long version) {

  /** How many a person may have, those included that the gateway is being asked for. */
  public static final int MOST = 20;

  /** What has become of it. */
  public sealed interface State {
    Instant at();

    /** The gateway has been asked to keep it. */
    record Asked(Instant at) implements State {}

    /**
     * It can be paid with.
     *
     * @param token the gateway's name of it
     */
    record Saved(Instant at, GatewayReference token) implements State {}

    /** The gateway does not keep it. */
    record Refused(Instant at, FailureCode why) implements State {}

    /** Its owner has taken it away. */
    record Removed(Instant at) implements State {}
  }

  /** A method, and what has happened to it. */
  public record Change(SavedMethod method, PayerEvent event) {}

  public SavedMethod {
    if (preferred && !(state instanceof Saved)) {
      throw new IllegalArgumentException("nobody pays with a method that is " + state);
    }
  }

  public static SavedMethod asked(
      SavedMethodId id, UserId owner, GatewayReference payer, Card card, Instant now) {
    return new SavedMethod(id, owner, payer, card, false, new Asked(now), 0);
  }

  /** The gateway keeps it; empty when its owner has taken it away meanwhile, or it is known. */
  public Optional<Change> saved(GatewayReference token, boolean asPreferred, Instant now) {
    return switch (state) {
      case Asked _ ->
          Optional.of(
              new Change(in(new Saved(now, token), asPreferred), new MethodSaved(owner, id, now)));
      case Saved _, Refused _, Removed _ -> Optional.empty();
    };
  }

  /** The gateway will not keep it; empty when that is known, or does not matter any more. */
  public Optional<SavedMethod> refused(FailureCode why, Instant now) {
    return switch (state) {
      case Asked _ -> Optional.of(in(new Refused(now, why), false));
      case Saved _, Refused _, Removed _ -> Optional.empty();
    };
  }

  /** Its owner takes it away; empty when there is nothing to take away. */
  public Optional<Change> removed(Instant now) {
    return isLive()
        ? Optional.of(new Change(in(new Removed(now), false), new MethodRemoved(owner, id, now)))
        : Optional.empty();
  }

  /** Its owner pays with it when nothing else is said; empty when it cannot be paid with. */
  public Optional<Change> prefer(Instant now) {
    return state instanceof Saved
        ? Optional.of(new Change(in(state, true), new MethodPreferred(owner, id, now)))
        : Optional.empty();
  }

  /** Another one is preferred from now on. */
  public SavedMethod stepBack() {
    return in(state, false);
  }

  /** Whether it is kept, or may come to be. */
  public boolean isLive() {
    return switch (state) {
      case Asked _, Saved _ -> true;
      case Refused _, Removed _ -> false;
    };
  }

  /** What the gateway is told to pay with; empty when it cannot be paid with. */
  public Optional<PaymentMethod> usable() {
    return state instanceof Saved(_, var token)
        ? Optional.of(new PaymentMethod(token.value(), Optional.of(payer)))
        : Optional.empty();
  }

  private SavedMethod in(State next, boolean nowPreferred) {
    return new SavedMethod(id, owner, payer, card, nowPreferred, next, version);
  }
}
