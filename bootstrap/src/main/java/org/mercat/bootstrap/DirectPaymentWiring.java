package org.mercat.bootstrap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.payment.AgreeDirectPayment;
import org.mercat.application.payment.ConfirmInvoicePayment;
import org.mercat.application.payment.MarkInvoicePaid;
import org.mercat.application.payment.NoteOverdueInvoices;
import org.mercat.application.payment.OwnCollectionPlan;
import org.mercat.application.payment.SetCollectionPlan;
import org.mercat.application.payment.SettleDirectBooking;
import org.mercat.application.payment.SettleDirectBookings;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.payment.port.DirectBookings;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.booking.BookingEvent.BookingPlaced;
import org.mercat.persistence.payment.MyBatisBilledBookings;
import org.mercat.persistence.payment.MyBatisCollectionPlans;
import org.mercat.persistence.payment.MyBatisDirectBookings;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;

/** Money that clients pay the provider himself, and the invoices for it. */
final class DirectPaymentWiring {

  @Produces
  @Singleton
  CollectionPlans collectionPlans(Sessions sessions) {
    return new MyBatisCollectionPlans(sessions);
  }

  @Produces
  @Singleton
  DirectBookings directBookings(Sessions sessions) {
    return new MyBatisDirectBookings(sessions);
  }

  @Produces
  @Singleton
  SetCollectionPlan setCollectionPlan(
      Access access,
      PayeeProfiles profiles,
      CollectionPlans plans,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetCollectionPlan(access, profiles, plans, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  OwnCollectionPlan ownCollectionPlan(
      Access access, PayeeProfiles profiles, CollectionPlans plans, UnitOfWork unitOfWork) {
    return new OwnCollectionPlan(access, profiles, plans, unitOfWork);
  }

  @Produces
  @Singleton
  SettleDirectBooking settleDirectBooking(
      DirectBookings directBookings,
      Sessions sessions,
      Invoices invoices,
      Earnings earnings,
      Ledger ledger,
      ZoneBook zones,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.MARKET,
              because = "invoices and fees are the market's, whoever has made them due")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new SettleDirectBooking(
        directBookings,
        new MyBatisBilledBookings(sessions),
        invoices,
        earnings,
        ledger,
        zones,
        outbox,
        unitOfWork,
        market);
  }

  @Produces
  @Singleton
  MarkInvoicePaid markInvoicePaid(
      Access access,
      BookingParties parties,
      Invoices invoices,
      DirectBookings directBookings,
      SettleDirectBooking settleDirectBooking,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      @InRole(
              value = DatabaseRole.MARKET,
              because = "the seller who was paid may not write on an invoice")
          UnitOfWork marketsUnitOfWork,
      MarketClock market) {
    return new MarkInvoicePaid(
        access,
        parties,
        invoices,
        directBookings,
        settleDirectBooking,
        outbox,
        unitOfWork,
        marketsUnitOfWork,
        market);
  }

  @Produces
  @Singleton
  ConfirmInvoicePayment confirmInvoicePayment(
      Access access,
      Invoices invoices,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new ConfirmInvoicePayment(access, invoices, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  Job settleDirectBookings(
      DirectBookings directBookings,
      SettleDirectBooking settleDirectBooking,
      UnitOfWork unitOfWork) {
    var settle = new SettleDirectBookings(directBookings, settleDirectBooking, unitOfWork);
    return new Job(
        "settle-direct-bookings",
        Duration.ofSeconds(10),
        Job.Due.BY_MARKET,
        () -> {
          var _ = settle.handle();
        });
  }

  @Produces
  @Singleton
  Job noteOverdueInvoices(
      Invoices invoices, EventOutbox outbox, UnitOfWork unitOfWork, MarketClock market) {
    var note = new NoteOverdueInvoices(invoices, outbox, unitOfWork, market);
    return new Job(
        "note-overdue-invoices",
        Duration.ofMinutes(1),
        Job.Due.BY_MARKET,
        () -> {
          while (note.handle() > 0) {
            // Many may be due at once; they come in batches.
          }
        });
  }

  void react(
      @Observes Startup event,
      Reactions reactions,
      CollectionPlans plans,
      DirectBookings directBookings,
      EventOutbox outbox) {
    var agree = new AgreeDirectPayment(plans, directBookings, outbox);
    reactions.on(BookingPlaced.class, agree::handle);
  }
}
