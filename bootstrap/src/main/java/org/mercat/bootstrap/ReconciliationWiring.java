package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.payment.CompareDay;
import org.mercat.application.payment.CompareDispute;
import org.mercat.application.payment.CompareOperation;
import org.mercat.application.payment.DeadEventList;
import org.mercat.application.payment.PostGatewayFee;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.ReconcileDay;
import org.mercat.application.payment.ReconcilePastDays;
import org.mercat.application.payment.ReconciliationList;
import org.mercat.application.payment.ReviveEvent;
import org.mercat.application.payment.SweepGatewayEvents;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.payment.port.Reconciliations;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.payment.MyBatisReconciliations;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** The comparison of our books with the gateway's. */
final class ReconciliationWiring {

  @Produces
  @Singleton
  Reconciliations reconciliations(Sessions sessions) {
    return new MyBatisReconciliations(sessions);
  }

  @Produces
  @Singleton
  CompareDay compareDay(
      GatewayBooks gatewayBooks,
      CompareOperation compareOperation,
      CompareDispute compareDispute,
      PostGatewayFee postGatewayFee,
      PaymentOperations operations,
      Reconciliations reconciliations,
      SystemEvents systemEvents,
      UnitOfWork unitOfWork,
      SystemClock system) {
    return new CompareDay(
        gatewayBooks,
        compareOperation,
        compareDispute,
        postGatewayFee,
        operations,
        reconciliations,
        systemEvents,
        unitOfWork,
        system);
  }

  @Produces
  @Singleton
  CompareOperation compareOperation(
      PaymentGateway gateway,
      PaymentOperations operations,
      Payouts payouts,
      Ledger ledger,
      UnitOfWork unitOfWork) {
    return new CompareOperation(gateway, operations, payouts, ledger, unitOfWork);
  }

  @Produces
  @Singleton
  PostGatewayFee postGatewayFee(
      Ledger ledger, PaymentOperations operations, UnitOfWork unitOfWork, MarketClock market) {
    return new PostGatewayFee(ledger, operations, unitOfWork, market);
  }

  @Produces
  @Singleton
  ReconcileDay reconcileDay(Access access, CompareDay compareDay, SystemClock system) {
    return new ReconcileDay(access, compareDay, system);
  }

  @Produces
  @Singleton
  DeadEventList deadEventList(Access access, GatewayInbox inbox, UnitOfWork unitOfWork) {
    return new DeadEventList(access, inbox, unitOfWork);
  }

  @Produces
  @Singleton
  ReviveEvent reviveEvent(
      Access access, GatewayInbox inbox, UnitOfWork unitOfWork, SystemClock system) {
    return new ReviveEvent(access, inbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  ReconciliationList reconciliationList(
      Access access, Reconciliations reconciliations, UnitOfWork unitOfWork) {
    return new ReconciliationList(access, reconciliations, unitOfWork);
  }

  @Produces
  @Singleton
  Job sweepGatewayEvents(
      Settings settings,
      GatewayEvents events,
      GatewayInbox inbox,
      ReceiveGatewayEvent receiveGatewayEvent,
      SystemEvents systemEvents,
      UnitOfWork unitOfWork,
      SystemClock system) {
    var sweep =
        new SweepGatewayEvents(
            events, inbox, receiveGatewayEvent, systemEvents, unitOfWork, system);
    return new Job(
        "sweep-gateway-events",
        settings.payments().sweepEvery(),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = sweep.handle();
        });
  }

  @Produces
  @Singleton
  Job reconcilePastDays(
      CompareDay compareDay,
      Reconciliations reconciliations,
      UnitOfWork unitOfWork,
      SystemClock system) {
    var reconcile = new ReconcilePastDays(compareDay, reconciliations, unitOfWork, system);
    return new Job(
        "reconcile-past-days",
        Duration.ofHours(1),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = reconcile.handle();
        });
  }
}
