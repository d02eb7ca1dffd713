package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Currency;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.WrittenOff;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;

/** An administrator lets the platform bear what a provider owes and will not pay. */
public final class WriteOffDebt {

  public record Command(Caller caller, ProviderId provider, Currency currency, String reason) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Done(ProviderId provider, Money debt) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** The provider owes nothing in this currency. */
    record NoDebt() implements Outcome {}
  }

  private final Access access;
  private final Ledger ledger;
  private final Payouts payouts;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public WriteOffDebt(
      Access access,
      Ledger ledger,
      Payouts payouts,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.ledger = ledger;
    this.payouts = payouts;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.PAYOUT_RELEASE)
        ? unitOfWork.run(() -> writeOff(command))
        : new Outcome.Forbidden();
  }

  private Outcome writeOff(Command command) {
    var debt = ledger.balance(Account.provider(command.provider()), command.currency());
    if (!debt.isPositive()) {
      return new Outcome.NoDebt();
    }
    var writtenOff =
        WrittenOff.of(
            command.provider(),
            debt,
            command.reason(),
            payouts.nextBatch().value(),
            marketClock.instant());
    ledger.post(writtenOff.entry());
    outbox.append(writtenOff.event());
    return new Outcome.Done(command.provider(), debt);
  }
}
