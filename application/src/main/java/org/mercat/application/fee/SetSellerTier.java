package org.mercat.application.fee;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.fee.port.FeeBooks;
import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.RequestedPeriod;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Zone;

/** An administrator says of which level a seller is, and for how long. */
public final class SetSellerTier {

  public record Command(
      Caller caller, ProviderId seller, SellerLevel level, RequestedPeriod period, String reason) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Set(SellerTier tier) implements Outcome {}

    record Forbidden() implements Outcome {}

    record UnknownSeller() implements Outcome {}

    /** The seller is of another level in a part of that time. */
    record Overlaps() implements Outcome {}

    record Refused(RequestedPeriod.Refusal why) implements Outcome {}
  }

  private final Access access;
  private final SellerTiers tiers;
  private final FeeBooks books;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SetSellerTier(
      Access access,
      SellerTiers tiers,
      FeeBooks books,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.tiers = tiers;
    this.books = books;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.FEE_MANAGE)
        ? unitOfWork.run(() -> set(command, clock.instant()))
        : new Outcome.Forbidden();
  }

  private Outcome set(Command command, Instant now) {
    return books
        .of(command.seller(), now)
        .map(FeeBook::zone)
        .map(zone -> set(command, now, zone))
        .orElseGet(Outcome.UnknownSeller::new);
  }

  private Outcome set(Command command, Instant now, Zone zone) {
    return switch (command.period().at(now, zone)) {
      case RequestedPeriod.Answer.Granted(var period) -> add(command, period, now);
      case RequestedPeriod.Answer.Refused(var why) -> new Outcome.Refused(why);
    };
  }

  private Outcome add(Command command, FeePeriod period, Instant now) {
    var tier =
        SellerTier.set(
            tiers.nextId(), command.seller(), command.level(), period, command.reason(), now);
    return switch (tiers.add(tier)) {
      case OVERLAP -> new Outcome.Overlaps();
      case ADDED -> {
        outbox.append(tier.event());
        yield new Outcome.Set(tier);
      }
    };
  }
}
