package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Currency;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.WrittenOff;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;

/**
 * An administrator lets the platform bear what a provider owes and will not pay: all that it owes
 * in a currency, and only what the administrator has seen. Nothing is written off while something
 * that may change the debt is under way.
 */
public final class WriteOffDebt {

  /**
   * What is asked for.
   *
   * @param debt what the administrator has seen that the provider owes
   */
  public record Command(Caller caller, ProviderId provider, Money debt, String reason) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Done(ProviderId provider, Money debt) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** The provider owes nothing in this currency, or it has just been written off. */
    record NoDebt() implements Outcome {}

    /** The provider owes something else by now. */
    record Changed(Money debt) implements Outcome {}

    /** A refund, a payout, or what is asked back from the gateway decides what will be owed. */
    record UnderWay() implements Outcome {}
  }

  private final Access access;
  private final Ledger ledger;
  private final Statements statements;
  private final CountFunds countFunds;
  private final Payments payments;
  private final Payouts payouts;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public WriteOffDebt(
      Access access,
      Ledger ledger,
      Statements statements,
      CountFunds countFunds,
      Payments payments,
      Payouts payouts,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.ledger = ledger;
    this.statements = statements;
    this.countFunds = countFunds;
    this.payments = payments;
    this.payouts = payouts;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  /** Of two who write the same debt off, the second one looks again and finds none. */
  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.PAYOUT_RELEASE)
        ? SecondTry.at(() -> unitOfWork.run(() -> writeOff(command)))
        : new Outcome.Forbidden();
  }

  /**
   * How often it was done is counted before the debt is: whoever is overtaken in between has the
   * key of the other one. What is under way is looked at last, for it may have added to the debt.
   */
  private Outcome writeOff(Command command) {
    var currency = command.debt().currency();
    var number = statements.writeOffs(command.provider(), currency) + 1;
    var funds = countFunds.handle(new CountFunds.Query(command.provider(), currency));
    var debt = funds.payable().negated();
    if (!debt.isPositive()) {
      return new Outcome.NoDebt();
    }
    if (isUnderWay(command.provider(), currency) || funds.reversing().isPositive()) {
      return new Outcome.UnderWay();
    }
    if (!debt.equals(command.debt())) {
      return new Outcome.Changed(debt);
    }
    var writtenOff =
        WrittenOff.of(command.provider(), debt, command.reason(), number, marketClock.instant());
    ledger.postNew(writtenOff.entry());
    outbox.append(writtenOff.event());
    return new Outcome.Done(command.provider(), debt);
  }

  private boolean isUnderWay(ProviderId provider, Currency currency) {
    return payouts.underWay(provider, currency).isPresent()
        || payments.isRefunding(provider, currency);
  }
}
