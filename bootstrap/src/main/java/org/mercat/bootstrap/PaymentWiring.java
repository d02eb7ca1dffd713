package org.mercat.bootstrap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.payment.AskGateway;
import org.mercat.application.payment.AskPayerAccounts;
import org.mercat.application.payment.BookingLedger;
import org.mercat.application.payment.FollowBooking;
import org.mercat.application.payment.FollowDispute;
import org.mercat.application.payment.LedgerAudit;
import org.mercat.application.payment.OpenPayeeAccount;
import org.mercat.application.payment.ProcessGatewayEvents;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.RecordEarning;
import org.mercat.application.payment.RecordPayment;
import org.mercat.application.payment.RecoverOperations;
import org.mercat.application.payment.RefreshPayees;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.ReleasePayout;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SeePayee;
import org.mercat.application.payment.SettleOperation;
import org.mercat.application.payment.SettlePayer;
import org.mercat.application.payment.SettlePayout;
import org.mercat.application.payment.SettleTransfer;
import org.mercat.application.payment.TakeBackRefund;
import org.mercat.application.payment.TakeUpRefund;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.provider.RecordPayability;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.payment.PayeeEvent.PayeeChanged;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.SystemClock;

/** The money of bookings: what moves it, and what it does because of its booking. */
final class PaymentWiring {

  @Produces
  @Singleton
  RecordPayment recordPayment(
      Payments payments,
      PaymentOperations operations,
      Ledger ledger,
      RecordEarning recordEarning,
      EventOutbox outbox,
      SystemClock system) {
    return new RecordPayment(payments, operations, ledger, recordEarning, outbox, system);
  }

  @Produces
  @Singleton
  SettleOperation settleOperation(
      PaymentOperations operations,
      Payments payments,
      Payees payees,
      RecordPayment recordPayment,
      TakeBackRefund takeBackRefund,
      SettleTransfer settleTransfer,
      SettlePayout settlePayout,
      SettlePayer settlePayer,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.MARKET,
              because = "what the gateway says holds, whoever hears it")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new SettleOperation(
        operations,
        payments,
        payees,
        recordPayment,
        takeBackRefund,
        settleTransfer,
        settlePayout,
        settlePayer,
        outbox,
        unitOfWork,
        market);
  }

  @Produces
  @Singleton
  TakeBackRefund takeBackRefund(
      Payments payments, Earnings earnings, RecordPayment recordPayment, MarketClock market) {
    return new TakeBackRefund(payments, earnings, recordPayment, market);
  }

  @Produces
  @Singleton
  AskGateway askGateway(PaymentGateway gateway, PayerAccounts payerAccounts, SystemClock system) {
    return new AskGateway(gateway, new AskPayerAccounts(payerAccounts, system), system);
  }

  @Produces
  @Singleton
  RunOperations runOperations(
      PaymentOperations operations,
      AskGateway askGateway,
      SettleOperation settleOperation,
      UnitOfWork unitOfWork) {
    return new RunOperations(operations, askGateway, settleOperation, unitOfWork);
  }

  @Produces
  @Singleton
  OpenPayeeAccount openPayeeAccount(
      Access access,
      PayeeProfiles profiles,
      Payees payees,
      PaymentOperations operations,
      PaymentGateway gateway,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      SystemClock system) {
    return new OpenPayeeAccount(
        access, profiles, payees, operations, gateway, runOperations, unitOfWork, system);
  }

  @Produces
  @Singleton
  RefundBooking refundBooking(
      Access access,
      BookingParties parties,
      Payments payments,
      RecordPayment recordPayment,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new RefundBooking(access, parties, payments, recordPayment, unitOfWork, market);
  }

  @Produces
  @Singleton
  ReleasePayout releasePayout(
      Access access,
      Payments payments,
      RecordPayment recordPayment,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new ReleasePayout(access, payments, recordPayment, unitOfWork, market);
  }

  @Produces
  @Singleton
  BookingLedger bookingLedger(
      Access access,
      BookingParties parties,
      Ledger ledger,
      Disclosures disclosures,
      UnitOfWork unitOfWork) {
    return new BookingLedger(access, parties, ledger, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  LedgerAudit ledgerAudit(
      Access access, Ledger ledger, SystemEvents systemEvents, UnitOfWork unitOfWork) {
    return new LedgerAudit(access, ledger, systemEvents, unitOfWork);
  }

  @Produces
  @Singleton
  ReceiveGatewayEvent receiveGatewayEvent(
      GatewayInbox inbox,
      @InRole(
              value = DatabaseRole.MARKET,
              because = "gateways are no persons, and nobody sees what they tell")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new ReceiveGatewayEvent(inbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  FollowBooking followBooking(
      Payments payments,
      PaymentOperations operations,
      SavedMethods methods,
      RecordPayment recordPayment,
      MarketClock market,
      SystemClock system) {
    return new FollowBooking(payments, operations, methods, recordPayment, market, system);
  }

  @Produces
  @Singleton
  Job recoverOperations(
      PaymentOperations operations,
      AskGateway askGateway,
      SettleOperation settleOperation,
      UnitOfWork unitOfWork,
      SystemClock system) {
    var recover =
        new RecoverOperations(operations, askGateway, settleOperation, unitOfWork, system);
    return new Job(
        "recover-operations",
        Duration.ofSeconds(5),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = recover.handle();
        });
  }

  @Produces
  @Singleton
  TakeUpRefund takeUpRefund(
      Payments payments,
      PaymentOperations operations,
      RecordPayment recordPayment,
      UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new TakeUpRefund(payments, operations, recordPayment, unitOfWork, market, system);
  }

  @Produces
  @Singleton
  SeePayee seePayee(
      Payees payees,
      PaymentGateway gateway,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SeePayee(payees, gateway, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  Job refreshPayees(Payees payees, SeePayee seePayee, UnitOfWork unitOfWork) {
    var refresh = new RefreshPayees(payees, seePayee, unitOfWork);
    return new Job(
        "refresh-payees",
        Duration.ofHours(6),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = refresh.handle();
        });
  }

  @Produces
  @Singleton
  Job processGatewayEvents(
      GatewayInbox inbox,
      PaymentGateway gateway,
      PayerAccounts payerAccounts,
      SettleOperation settleOperation,
      TakeUpRefund takeUpRefund,
      SeePayee seePayee,
      FollowDispute followDispute,
      UnitOfWork unitOfWork,
      SystemClock system) {
    var process =
        new ProcessGatewayEvents(
            inbox,
            gateway,
            payerAccounts,
            settleOperation,
            takeUpRefund,
            seePayee,
            followDispute,
            unitOfWork,
            system);
    return new Job(
        "process-gateway-events",
        Duration.ofSeconds(1),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = process.handle();
        });
  }

  void react(
      @Observes Startup event,
      Reactions reactions,
      FollowBooking followBooking,
      RecordPayability recordPayability) {
    reactions.on(BookingEvent.class, followBooking::handle);
    reactions.on(PayeeChanged.class, recordPayability::handle);
  }
}
