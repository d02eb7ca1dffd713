package org.mercat.bootstrap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.payment.CountFunds;
import org.mercat.application.payment.DecidePayouts;
import org.mercat.application.payment.RecordEarning;
import org.mercat.application.payment.RecordPayout;
import org.mercat.application.payment.RecordTransfers;
import org.mercat.application.payment.ResumePayouts;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.RunPayouts;
import org.mercat.application.payment.SettleOperation;
import org.mercat.application.payment.SettlePayout;
import org.mercat.application.payment.SettleTransfer;
import org.mercat.application.payment.TakeBackDebt;
import org.mercat.application.payment.WatchPayouts;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.PayeeEvent.PayeeChanged;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.SystemClock;

/** The way of what providers have earned to their banks. */
final class PayoutWiring {

  @Produces
  @Singleton
  RecordTransfers recordTransfers(
      Earnings earnings, PaymentOperations operations, Ledger ledger, SystemClock system) {
    return new RecordTransfers(earnings, operations, ledger, system);
  }

  @Produces
  @Singleton
  CountFunds countFunds(Ledger ledger, Earnings earnings) {
    return new CountFunds(ledger, earnings);
  }

  @Produces
  @Singleton
  TakeBackDebt takeBackDebt(
      Earnings earnings, CountFunds countFunds, RecordTransfers recordTransfers) {
    return new TakeBackDebt(earnings, countFunds, recordTransfers);
  }

  @Produces
  @Singleton
  RecordEarning recordEarning(
      Earnings earnings, CountFunds countFunds, RecordTransfers recordTransfers) {
    return new RecordEarning(earnings, countFunds, recordTransfers);
  }

  @Produces
  @Singleton
  RecordPayout recordPayout(
      Payouts payouts,
      PayoutPlans plans,
      Payees payees,
      PaymentOperations operations,
      Ledger ledger,
      EventOutbox outbox,
      SystemClock system) {
    return new RecordPayout(payouts, plans, payees, operations, ledger, outbox, system);
  }

  @Produces
  @Singleton
  SettleTransfer settleTransfer(
      Earnings earnings,
      Payouts payouts,
      CountFunds countFunds,
      RecordTransfers recordTransfers,
      RecordPayout recordPayout,
      MarketClock market) {
    return new SettleTransfer(earnings, payouts, countFunds, recordTransfers, recordPayout, market);
  }

  @Produces
  @Singleton
  SettlePayout settlePayout(
      Payouts payouts, RecordPayout recordPayout, TakeBackDebt takeBackDebt, MarketClock market) {
    return new SettlePayout(payouts, recordPayout, takeBackDebt, market);
  }

  @Produces
  @Singleton
  DecidePayouts decidePayouts(
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
      MarketClock market,
      SystemClock system) {
    return new DecidePayouts(
        earnings,
        payouts,
        payees,
        payments,
        operations,
        ledger,
        countFunds,
        recordPayout,
        takeBackDebt,
        outbox,
        market,
        system);
  }

  @Produces
  @Singleton
  Job runPayouts(
      PayoutPlans plans,
      Payouts payouts,
      DecidePayouts decidePayouts,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      MarketClock market) {
    var run = new RunPayouts(plans, payouts, decidePayouts, runOperations, unitOfWork, market);
    return new Job(
        "run-payouts",
        Duration.ofMinutes(1),
        Job.Due.BY_MARKET,
        () -> {
          var _ = run.handle();
        });
  }

  @Produces
  @Singleton
  Job watchPayouts(
      PaymentOperations operations,
      PaymentGateway gateway,
      SettleOperation settleOperation,
      UnitOfWork unitOfWork,
      SystemClock system) {
    var watch = new WatchPayouts(operations, gateway, settleOperation, unitOfWork, system);
    return new Job(
        "watch-payouts",
        Duration.ofHours(6),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = watch.handle();
        });
  }

  void react(@Observes Startup event, Reactions reactions, PayoutPlans plans) {
    reactions.on(PayeeChanged.class, new ResumePayouts(plans)::handle);
  }
}
