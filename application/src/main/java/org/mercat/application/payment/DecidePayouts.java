package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.Payout.Leg;
import org.mercat.domain.payment.PayoutBatchId;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.PayoutPlan.Look;
import org.mercat.domain.payment.ProviderFunds;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Decides what a provider is paid out now, inside the unit of work of its caller: in each currency
 * what is due, less the provider's debt. What of the debt lies at the gateway is asked back once
 * more. What the gateway has to do is only stored here.
 */
public final class DecidePayouts {

  /** How many bookings go into one payout. */
  static final int LEGS = 500;

  public record Command(ProviderId provider, PayoutBatchId batch) {}

  /**
   * A payout that was decided.
   *
   * @param toRun whose operations wait for the gateway, in this order
   */
  public record Decided(PayoutId payout, List<Subject> toRun) {
    public Decided {
      toRun = List.copyOf(toRun);
    }
  }

  /**
   * What is paid out.
   *
   * @param look whether something has stayed that is due
   */
  public record Decision(List<Decided> decided, Look look) {
    public Decision {
      decided = List.copyOf(decided);
    }
  }

  private final Earnings earnings;
  private final Payouts payouts;
  private final Payees payees;
  private final Payments payments;
  private final PaymentOperations operations;
  private final Ledger ledger;
  private final CountFunds countFunds;
  private final RecordPayout recordPayout;
  private final TakeBackDebt takeBackDebt;
  private final EventOutbox outbox;
  private final InstantSource marketClock;
  private final InstantSource systemClock;

  public DecidePayouts(
      Earnings earnings,
      Payouts payouts,
      Payees payees,
      Payments payments,
      PaymentOperations operations,
      Ledger ledger,
      CountFunds countFunds,
      RecordPayout recordPayout,
      TakeBackDebt takeBackDebt,
      EventOutbox outbox,
      InstantSource marketClock,
      InstantSource systemClock) {
    this.earnings = earnings;
    this.payouts = payouts;
    this.payees = payees;
    this.payments = payments;
    this.operations = operations;
    this.ledger = ledger;
    this.countFunds = countFunds;
    this.recordPayout = recordPayout;
    this.takeBackDebt = takeBackDebt;
    this.outbox = outbox;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
  }

  /** One payout for each currency; none while the gateway cannot pay the provider out. */
  public Decision handle(Command command) {
    var due = earnings.currenciesDue(command.provider());
    return payees
        .find(command.provider())
        .filter(Payee::payoutsEnabled)
        .flatMap(Payee::reference)
        .map(payee -> inEachCurrency(command, payee, due))
        .orElseGet(() -> new Decision(List.of(), due.isEmpty() ? Look.NOTHING_DUE : Look.HELD_UP));
  }

  private Decision inEachCurrency(Command command, GatewayReference payee, Set<Currency> due) {
    var currencies = new LinkedHashSet<>(due);
    ledger
        .balances(Account.connectBalance(command.provider()))
        .forEach(behind -> currencies.add(behind.currency()));
    var decided = new ArrayList<Decided>();
    var look = Look.NOTHING_DUE;
    for (var currency : currencies) {
      var one = inOne(command, payee, currency);
      decided.addAll(one.decided());
      look = look.compareTo(one.look()) < 0 ? one.look() : look;
    }
    return new Decision(decided, look);
  }

  private Decision inOne(Command command, GatewayReference payee, Currency currency) {
    var due = earnings.due(command.provider(), currency, LEGS);
    var held = new Decision(List.of(), due.isEmpty() ? Look.NOTHING_DUE : Look.HELD_UP);
    if (payouts.underWay(command.provider(), currency).isPresent()) {
      return held;
    }
    takeBackDebt.handle(new TakeBackDebt.Command(command.provider(), currency));
    var funds = countFunds.handle(new CountFunds.Query(command.provider(), currency));
    return Payout.plan(due, funds)
        .map(plan -> start(command, payee, plan, funds))
        .map(
            started ->
                new Decision(
                    List.of(started), due.size() < LEGS ? Look.PAID_OUT : Look.PART_PAID_OUT))
        .orElseGet(
            () ->
                funds.reversing().isPositive() ? held : new Decision(List.of(), Look.NOTHING_DUE));
  }

  private Decided start(
      Command command, GatewayReference payee, Payout.Plan plan, ProviderFunds funds) {
    var now = marketClock.instant();
    var change = Payout.decided(payouts.nextId(), command.provider(), command.batch(), plan, now);
    var id = change.payout().id();
    payouts.add(change.payout());
    change.events().forEach(outbox::append);
    plan.legs().forEach(leg -> transfer(id, leg, payee));
    if (plan.legs().isEmpty()) {
      payOutWhatIsThere(id, funds, now);
    }
    return new Decided(id, toRun(id, plan));
  }

  private void transfer(PayoutId payout, Leg leg, GatewayReference payee) {
    var earning = leg.earning().transfer(payout, leg.amount());
    earnings.update(earning);
    var payment =
        payments
            .find(earning.booking())
            .flatMap(Payment::reference)
            .orElseThrow(() -> new IllegalStateException("nothing captured: " + earning));
    operations.add(
        PaymentOperation.sent(
            earning.lastTransfer(),
            new Request.Transfer(payee, payment, leg.amount()),
            systemClock.instant()));
  }

  private void payOutWhatIsThere(PayoutId id, ProviderFunds funds, Instant now) {
    payouts
        .find(id)
        .flatMap(payout -> payout.transfersEnded(List.of(), funds, now))
        .ifPresent(recordPayout::handle);
  }

  private static List<Subject> toRun(PayoutId payout, Payout.Plan plan) {
    return Stream.concat(
            plan.legs().stream().map(leg -> BookingEvent.subject(leg.earning().booking())),
            Stream.of(PayoutEvent.subject(payout)))
        .toList();
  }
}
