package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;

/** Where the money of a booking is, and since when (FEATURES 2.1, C-01). */
public sealed interface MoneyState {

  Instant at();

  /** What is on its way back to the client; empty while nothing is. */
  default Optional<Split> refundUnderWay() {
    return switch (this) {
      case Held(_, var part) -> part;
      case Released(_, var part) -> part;
      case Refunding(_, var rest, _) -> Optional.of(rest);
      case Unasked _, Capturing _, Releasing _, Refunded _ -> Optional.empty();
    };
  }

  /** Who has what goes back. */
  default Holder holder() {
    return switch (this) {
      case Released _ -> Holder.EARNERS;
      case Refunding(_, _, var from) -> from;
      case Unasked _, Capturing _, Held _, Releasing _, Refunded _ -> Holder.ESCROW;
    };
  }

  /** The client still has it, and nobody has asked the gateway for it. */
  sealed interface Unasked extends MoneyState {}

  /** Nothing has been taken. */
  record None(Instant at) implements Unasked {}

  /** An invoice has been sent; nothing has been taken. */
  record Invoiced(Instant at) implements Unasked {}

  /** The client's bank has set the amount aside. */
  record Authorized(Instant at) implements Unasked {}

  /** The gateway has been asked for the money; its answer decides. */
  record Capturing(Instant at) implements MoneyState {}

  /**
   * The client has paid; nobody else has the money yet.
   *
   * @param refunding the part of which a refund is under way
   */
  record Held(Instant at, Optional<Split> refunding) implements MoneyState {}

  /** All that is left is on its way to whom it is for. */
  sealed interface Leaving extends MoneyState {}

  /** On its way to the provider. */
  record Releasing(Instant at) implements Leaving {}

  /**
   * The whole rest is on its way back to the client.
   *
   * @param from who had it when the refund began
   */
  record Refunding(Instant at, Split rest, Holder from) implements Leaving {}

  /** Nothing is held any more. */
  sealed interface Gone extends MoneyState {}

  /**
   * The provider's and the platform's, who have to give back what the client gets after all.
   *
   * @param refunding the part of which a refund is under way
   */
  record Released(Instant at, Optional<Split> refunding) implements Gone {}

  record Refunded(Instant at) implements Gone {}

  /** Who has what the client has paid. */
  enum Holder {
    /** Nobody yet: it is held. */
    ESCROW,
    /** The provider and the platform: it has been released. */
    EARNERS
  }
}
