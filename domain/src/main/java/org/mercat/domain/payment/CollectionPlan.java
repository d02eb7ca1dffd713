package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.payment.PayeeEvent.CollectionPlanSet;
import org.mercat.domain.provider.ProviderId;

/**
 * How the clients of a provider pay (PR-10). It holds for bookings that are placed from then on.
 *
 * @param instructions how a client pays without a gateway, in the provider's words
 */
public record CollectionPlan(ProviderId provider, Mode mode, Optional<String> instructions) {

  public static final int LONGEST_INSTRUCTIONS = 1_000;

  /** To whom the client pays. */
  public enum Mode {
    /** To the market, by the gateway, before the booking stands. */
    GATEWAY,
    /** To the provider himself, who says so; the market sees nothing of the money. */
    OFFLINE
  }

  /** A plan, and that it was made. */
  public record Change(CollectionPlan plan, CollectionPlanSet event) {}

  public CollectionPlan {
    if (instructions.stream().anyMatch(it -> it.isBlank() || it.length() > LONGEST_INSTRUCTIONS)) {
      throw new IllegalArgumentException("no instructions for payers");
    }
  }

  /** What holds until a provider chooses. */
  public static CollectionPlan first(ProviderId provider) {
    return new CollectionPlan(provider, Mode.GATEWAY, Optional.empty());
  }

  public Change set(Mode next, Optional<String> words, Instant now) {
    return new Change(
        new CollectionPlan(provider, next, words), new CollectionPlanSet(provider, next, now));
  }
}
