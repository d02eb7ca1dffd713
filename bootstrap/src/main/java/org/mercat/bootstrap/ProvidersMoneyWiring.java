package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.payment.CountFunds;
import org.mercat.application.payment.DecidePayouts;
import org.mercat.application.payment.LiftPause;
import org.mercat.application.payment.OwnBalance;
import org.mercat.application.payment.OwnPayeeAccount;
import org.mercat.application.payment.OwnPayouts;
import org.mercat.application.payment.OwnStatement;
import org.mercat.application.payment.PayeeAccountDetails;
import org.mercat.application.payment.PayoutDetails;
import org.mercat.application.payment.PayoutList;
import org.mercat.application.payment.Receivables;
import org.mercat.application.payment.RecordPayout;
import org.mercat.application.payment.RequestPayout;
import org.mercat.application.payment.RetryPayout;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SetPayoutSchedule;
import org.mercat.application.payment.WriteOffDebt;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.DatabaseRole;

/** What providers and administrators see of the money of providers, and do with it. */
final class ProvidersMoneyWiring {

  @Produces
  @Singleton
  OwnPayeeAccount ownPayeeAccount(
      Access access,
      PayeeProfiles profiles,
      Payees payees,
      PaymentGateway gateway,
      UnitOfWork unitOfWork) {
    return new OwnPayeeAccount(access, profiles, payees, gateway, unitOfWork);
  }

  @Produces
  @Singleton
  PayeeAccountDetails payeeAccountDetails(
      Access access,
      Payees payees,
      PaymentGateway gateway,
      Disclosures disclosures,
      UnitOfWork unitOfWork) {
    return new PayeeAccountDetails(access, payees, gateway, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  OwnBalance ownBalance(
      Access access,
      PayeeProfiles profiles,
      Earnings earnings,
      PayoutPlans plans,
      Ledger ledger,
      UnitOfWork unitOfWork) {
    return new OwnBalance(access, profiles, earnings, plans, ledger, unitOfWork);
  }

  @Produces
  @Singleton
  OwnStatement ownStatement(
      Access access, PayeeProfiles profiles, Statements statements, UnitOfWork unitOfWork) {
    return new OwnStatement(access, profiles, statements, unitOfWork);
  }

  @Produces
  @Singleton
  OwnPayouts ownPayouts(
      Access access, PayeeProfiles profiles, Payouts payouts, UnitOfWork unitOfWork) {
    return new OwnPayouts(access, profiles, payouts, unitOfWork);
  }

  @Produces
  @Singleton
  PayoutDetails payoutDetails(
      Access access,
      PayeeProfiles profiles,
      Payouts payouts,
      Earnings earnings,
      UnitOfWork unitOfWork) {
    return new PayoutDetails(access, profiles, payouts, earnings, unitOfWork);
  }

  @Produces
  @Singleton
  SetPayoutSchedule setPayoutSchedule(
      Access access,
      PayeeProfiles profiles,
      PayoutPlans plans,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetPayoutSchedule(access, profiles, plans, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  RequestPayout requestPayout(
      Access access,
      PayeeProfiles profiles,
      PayoutPlans plans,
      Payouts payouts,
      DecidePayouts decidePayouts,
      RunOperations runOperations,
      @InRole(
              value = DatabaseRole.MARKET,
              because = "nobody pays out but the market; a provider only says when")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new RequestPayout(
        access, profiles, plans, payouts, decidePayouts, runOperations, unitOfWork, market);
  }

  @Produces
  @Singleton
  RetryPayout retryPayout(
      Access access,
      Payouts payouts,
      PayoutPlans plans,
      CountFunds countFunds,
      RecordPayout recordPayout,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new RetryPayout(
        access, payouts, plans, countFunds, recordPayout, runOperations, unitOfWork, market);
  }

  @Produces
  @Singleton
  LiftPause liftPause(
      Access access,
      PayoutPlans plans,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new LiftPause(access, plans, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  PayoutList payoutList(
      Access access, Payouts payouts, Disclosures disclosures, UnitOfWork unitOfWork) {
    return new PayoutList(access, payouts, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  Receivables receivables(
      Access access,
      Statements statements,
      Disclosures disclosures,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new Receivables(access, statements, disclosures, unitOfWork, market);
  }

  @Produces
  @Singleton
  WriteOffDebt writeOffDebt(
      Access access,
      Ledger ledger,
      Statements statements,
      CountFunds countFunds,
      Payments payments,
      Payouts payouts,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new WriteOffDebt(
        access, ledger, statements, countFunds, payments, payouts, outbox, unitOfWork, market);
  }
}
