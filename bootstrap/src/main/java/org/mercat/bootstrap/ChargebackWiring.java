package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.payment.ChargebackDetails;
import org.mercat.application.payment.ChargebackList;
import org.mercat.application.payment.ChargebackOfBooking;
import org.mercat.application.payment.ChargebackPolicyInForce;
import org.mercat.application.payment.CompareDispute;
import org.mercat.application.payment.FollowDispute;
import org.mercat.application.payment.GiveEvidence;
import org.mercat.application.payment.RecordPayment;
import org.mercat.application.payment.RefreshChargebacks;
import org.mercat.application.payment.SendEvidence;
import org.mercat.application.payment.SetChargebackPolicy;
import org.mercat.application.payment.TakeUpDispute;
import org.mercat.application.payment.TellOfChargeback;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.ChargebackPolicies;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.payment.MyBatisChargebackPolicies;
import org.mercat.persistence.payment.MyBatisChargebacks;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** What payers' banks contest. */
final class ChargebackWiring {

  @Produces
  @Singleton
  Chargebacks chargebacks(Sessions sessions) {
    return new MyBatisChargebacks(sessions);
  }

  @Produces
  @Singleton
  ChargebackPolicies policies(Sessions sessions) {
    return new MyBatisChargebackPolicies(sessions);
  }

  @Produces
  @Singleton
  TakeUpDispute takeUpDispute(
      Chargebacks chargebacks,
      ChargebackPolicies policies,
      Payments payments,
      Earnings earnings,
      RecordPayment recordPayment,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new TakeUpDispute(
        chargebacks, policies, payments, earnings, recordPayment, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  FollowDispute followDispute(
      GatewayDisputes disputes, TakeUpDispute takeUpDispute, SystemEvents systemEvents) {
    return new FollowDispute(disputes, takeUpDispute, systemEvents);
  }

  @Produces
  @Singleton
  SendEvidence sendEvidence(
      GatewayDisputes disputes,
      Chargebacks chargebacks,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SendEvidence(disputes, chargebacks, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  CompareDispute compareDispute(
      Chargebacks chargebacks, GatewayDisputes disputes, UnitOfWork unitOfWork) {
    return new CompareDispute(chargebacks, disputes, unitOfWork);
  }

  @Produces
  @Singleton
  Job refreshChargebacks(
      Chargebacks chargebacks,
      GatewayDisputes disputes,
      FollowDispute followDispute,
      SendEvidence sendEvidence,
      SystemEvents systemEvents,
      UnitOfWork unitOfWork,
      SystemClock system) {
    var refresh =
        new RefreshChargebacks(
            chargebacks, disputes, followDispute, sendEvidence, systemEvents, unitOfWork, system);
    return new Job(
        "refresh-chargebacks",
        Duration.ofMinutes(10),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = refresh.handle();
        });
  }

  @Produces
  @Singleton
  GiveEvidence giveEvidence(
      Access access,
      Chargebacks chargebacks,
      SendEvidence sendEvidence,
      UnitOfWork unitOfWork,
      SystemClock system) {
    return new GiveEvidence(access, chargebacks, sendEvidence, unitOfWork, system);
  }

  @Produces
  @Singleton
  ChargebackList chargebackList(
      Access access, Chargebacks chargebacks, Disclosures disclosures, UnitOfWork unitOfWork) {
    return new ChargebackList(access, chargebacks, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  ChargebackDetails chargebackDetails(
      Access access, Chargebacks chargebacks, Disclosures disclosures, UnitOfWork unitOfWork) {
    return new ChargebackDetails(access, chargebacks, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  ChargebackOfBooking chargebackOfBooking(
      Access access, BookingParties parties, Chargebacks chargebacks, UnitOfWork unitOfWork) {
    return new ChargebackOfBooking(access, parties, chargebacks, unitOfWork);
  }

  @Produces
  @Singleton
  TellOfChargeback tellOfChargeback(
      Access access,
      BookingParties parties,
      Chargebacks chargebacks,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new TellOfChargeback(access, parties, chargebacks, unitOfWork, market);
  }

  @Produces
  @Singleton
  ChargebackPolicyInForce chargebackPolicyInForce(
      Access access, ChargebackPolicies policies, UnitOfWork unitOfWork) {
    return new ChargebackPolicyInForce(access, policies, unitOfWork);
  }

  @Produces
  @Singleton
  SetChargebackPolicy setChargebackPolicy(
      Access access,
      ChargebackPolicies policies,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetChargebackPolicy(access, policies, outbox, unitOfWork, market);
  }
}
