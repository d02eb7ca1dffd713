package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.payment.HeldFundsList;
import org.mercat.application.payment.WatchHeldFunds;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.HeldMoney;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.persistence.payment.MyBatisBookingParties;
import org.mercat.persistence.payment.MyBatisEarnings;
import org.mercat.persistence.payment.MyBatisGatewayInbox;
import org.mercat.persistence.payment.MyBatisHeldMoney;
import org.mercat.persistence.payment.MyBatisLedger;
import org.mercat.persistence.payment.MyBatisPayeeProfiles;
import org.mercat.persistence.payment.MyBatisPayees;
import org.mercat.persistence.payment.MyBatisPaymentOperations;
import org.mercat.persistence.payment.MyBatisPayments;
import org.mercat.persistence.payment.MyBatisPayoutPlans;
import org.mercat.persistence.payment.MyBatisPayouts;
import org.mercat.persistence.payment.MyBatisStatements;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;

/** Where the money of bookings is written down. */
final class BooksWiring {

  @Produces
  @Singleton
  Payments payments(Sessions sessions) {
    return new MyBatisPayments(sessions);
  }

  @Produces
  @Singleton
  PaymentOperations operations(Sessions sessions) {
    return new MyBatisPaymentOperations(sessions);
  }

  @Produces
  @Singleton
  Ledger ledger(Sessions sessions) {
    return new MyBatisLedger(sessions);
  }

  @Produces
  @Singleton
  HeldMoney heldMoney(Sessions sessions) {
    return new MyBatisHeldMoney(sessions);
  }

  @Produces
  @Singleton
  HeldFundsList heldFundsList(Access access, HeldMoney heldMoney, UnitOfWork unitOfWork) {
    return new HeldFundsList(access, heldMoney, unitOfWork);
  }

  @Produces
  @Singleton
  Job watchHeldFunds(
      HeldMoney heldMoney, SystemEvents systemEvents, UnitOfWork unitOfWork, MarketClock market) {
    var watch = new WatchHeldFunds(heldMoney, systemEvents, unitOfWork, market);
    return new Job(
        "watch-held-funds",
        Duration.ofHours(1),
        Job.Due.BY_MARKET,
        () -> {
          while (watch.handle() > 0) {
            // Many may be due at once; they come in batches.
          }
        });
  }

  @Produces
  @Singleton
  Payees payees(Sessions sessions) {
    return new MyBatisPayees(sessions);
  }

  @Produces
  @Singleton
  Earnings earnings(Sessions sessions) {
    return new MyBatisEarnings(sessions);
  }

  @Produces
  @Singleton
  Payouts payouts(Sessions sessions) {
    return new MyBatisPayouts(sessions);
  }

  @Produces
  @Singleton
  Statements statements(Sessions sessions) {
    return new MyBatisStatements(sessions);
  }

  @Produces
  @Singleton
  PayeeProfiles payeeProfiles(Sessions sessions) {
    return new MyBatisPayeeProfiles(sessions);
  }

  @Produces
  @Singleton
  PayoutPlans plans(Sessions sessions, ZoneBook zones) {
    return new MyBatisPayoutPlans(sessions, zones);
  }

  @Produces
  @Singleton
  GatewayInbox inbox(Sessions sessions) {
    return new MyBatisGatewayInbox(sessions);
  }

  @Produces
  @Singleton
  BookingParties parties(Sessions sessions) {
    return new MyBatisBookingParties(sessions);
  }
}
