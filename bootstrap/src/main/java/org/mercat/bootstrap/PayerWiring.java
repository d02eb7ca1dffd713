package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.payment.ForgetPayers;
import org.mercat.application.payment.OwnPaymentMethod;
import org.mercat.application.payment.OwnPaymentMethods;
import org.mercat.application.payment.PaymentProgress;
import org.mercat.application.payment.PreferPaymentMethod;
import org.mercat.application.payment.RemovePaymentMethod;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SavePaymentMethod;
import org.mercat.application.payment.SettlePayer;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.Payers;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Standing.Closed;
import org.mercat.persistence.payment.MyBatisPayers;
import org.mercat.persistence.payment.MyBatisSavedMethods;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** What those who pay see and do, and what the gateway keeps of them. */
final class PayerWiring {

  @Produces
  @Singleton
  Payers payers(Sessions sessions) {
    return new MyBatisPayers(sessions);
  }

  @Produces
  @Singleton
  SavedMethods savedMethods(Sessions sessions) {
    return new MyBatisSavedMethods(sessions);
  }

  @Produces
  @Singleton
  PaymentProgress paymentProgress(
      Access access,
      BookingParties parties,
      PaymentOperations operations,
      PayerActions actions,
      UnitOfWork unitOfWork) {
    return new PaymentProgress(access, parties, operations, actions, unitOfWork);
  }

  @Produces
  @Singleton
  SettlePayer settlePayer(
      Payers payers,
      SavedMethods methods,
      PaymentOperations operations,
      EventOutbox outbox,
      MarketClock market,
      SystemClock system) {
    return new SettlePayer(payers, methods, operations, outbox, market, system);
  }

  @Produces
  @Singleton
  SavePaymentMethod savePaymentMethod(
      Access access,
      Payers payers,
      SavedMethods methods,
      PaymentOperations operations,
      PayerAccounts accounts,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new SavePaymentMethod(
        access, payers, methods, operations, accounts, runOperations, unitOfWork, market, system);
  }

  @Produces
  @Singleton
  OwnPaymentMethods ownPaymentMethods(Access access, SavedMethods methods, UnitOfWork unitOfWork) {
    return new OwnPaymentMethods(access, methods, unitOfWork);
  }

  @Produces
  @Singleton
  OwnPaymentMethod ownPaymentMethod(
      Access access,
      SavedMethods methods,
      PaymentOperations operations,
      PayerActions actions,
      UnitOfWork unitOfWork) {
    return new OwnPaymentMethod(access, methods, operations, actions, unitOfWork);
  }

  @Produces
  @Singleton
  PreferPaymentMethod preferPaymentMethod(
      Access access,
      SavedMethods methods,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new PreferPaymentMethod(access, methods, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  RemovePaymentMethod removePaymentMethod(
      Access access,
      SavedMethods methods,
      PaymentOperations operations,
      RunOperations runOperations,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new RemovePaymentMethod(
        access, methods, operations, runOperations, outbox, unitOfWork, market, system);
  }

  @Produces
  @Singleton
  Job forgetPayers(
      Payers payers,
      SavedMethods methods,
      PaymentOperations operations,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    var forget =
        new ForgetPayers(
            payers, methods, operations, outbox, unitOfWork, market, system, Closed.RECOVERABLE);
    return new Job(
        "forget-payers",
        Duration.ofMinutes(1),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = forget.handle();
        });
  }
}
