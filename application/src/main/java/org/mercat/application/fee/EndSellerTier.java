package org.mercat.application.fee;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.EndRefusal;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.SellerTier.Transition;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.shared.Permission;

/** An administrator says until when a seller is of a level. */
public final class EndSellerTier {

  /**
   * The tier and its end.
   *
   * @param at now when empty
   */
  public record Command(Caller caller, SellerTierId tier, Optional<Instant> at) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Ended(SellerTier tier) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record Refused(EndRefusal why) implements Outcome {}
  }

  private final Access access;
  private final SellerTiers tiers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public EndSellerTier(
      Access access,
      SellerTiers tiers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.tiers = tiers;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.FEE_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            tiers
                .find(command.tier())
                .map(tier -> store(tier.end(command.at(), clock.instant())))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome store(Transition transition) {
    return switch (transition) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var tier, var event) -> {
        tiers.update(tier);
        outbox.append(event);
        yield new Outcome.Ended(tier);
      }
    };
  }
}
