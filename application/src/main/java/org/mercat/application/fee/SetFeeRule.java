package org.mercat.application.fee;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.fee.port.FeeBooks;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.OnTop;
import org.mercat.domain.fee.RequestedPeriod;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Zone;

/** An administrator sets a rate for one seller, for a volume of sales, or for a level. */
public final class SetFeeRule {

  /**
   * The rate.
   *
   * @param onTop what a fee of clients is beside its rate; empty for everything else
   * @param period a last day is one of the seller's calendar, and of UTC's where there is none
   */
  public record Command(
      Caller caller,
      FeeDirection direction,
      FeeScope scope,
      Rate rate,
      Optional<OnTop> onTop,
      RequestedPeriod period,
      String reason) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Set(FeeRule rule) implements Outcome {}

    record Forbidden() implements Outcome {}

    record UnknownSeller() implements Outcome {}

    /** Another rule says something of the same sellers at that time. */
    record Overlaps() implements Outcome {}

    record Refused(RequestedPeriod.Refusal why) implements Outcome {}
  }

  private final Access access;
  private final FeeRules rules;
  private final FeeBooks books;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SetFeeRule(
      Access access,
      FeeRules rules,
      FeeBooks books,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.rules = rules;
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
    return calendar(command.scope(), now)
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
    var rule =
        FeeRule.set(
            rules.nextId(),
            command.direction(),
            command.scope(),
            command.rate(),
            command.onTop(),
            period,
            command.reason(),
            now);
    return switch (rules.add(rule)) {
      case OVERLAP -> new Outcome.Overlaps();
      case ADDED -> {
        outbox.append(rule.event());
        yield new Outcome.Set(rule);
      }
    };
  }

  private Optional<Zone> calendar(FeeScope scope, Instant now) {
    return switch (scope) {
      case FeeScope.Promotion(var seller) -> books.of(seller, now).map(FeeBook::zone);
      case FeeScope.Volume _, FeeScope.Level _, FeeScope.Everybody _ -> Optional.of(Zone.UTC);
    };
  }
}
