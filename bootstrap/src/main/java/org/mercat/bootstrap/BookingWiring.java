package org.mercat.bootstrap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.BookingDetails;
import org.mercat.application.booking.BookingList;
import org.mercat.application.booking.ExplainBooking;
import org.mercat.application.booking.FollowPayment;
import org.mercat.application.booking.LetTimePass;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.QuotePrice;
import org.mercat.application.booking.port.BookingReadModel;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.FeeTariffs;
import org.mercat.application.booking.port.TaxesInForce;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.payment.PaymentEvent;
import org.mercat.persistence.booking.MyBatisBookingReadModel;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.booking.MyBatisFeeTariffs;
import org.mercat.persistence.booking.MyBatisMoneyUnderWay;
import org.mercat.persistence.booking.MyBatisProviderOwners;
import org.mercat.persistence.booking.MyBatisServiceOffers;
import org.mercat.persistence.booking.MyBatisTaxesInForce;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;

/** Bookings, and what they do because of their money. */
final class BookingWiring {

  @Produces
  @Singleton
  TaxesInForce taxes(Sessions sessions, ZoneBook zones) {
    return new MyBatisTaxesInForce(sessions, zones);
  }

  @Produces
  @Singleton
  Bookings bookings(Sessions sessions) {
    return new MyBatisBookings(sessions);
  }

  @Produces
  @Singleton
  BookingReadModel readModel(Sessions sessions) {
    return new MyBatisBookingReadModel(sessions);
  }

  @Produces
  @Singleton
  FeeTariffs tariffs(Sessions sessions, ZoneBook zones) {
    return new MyBatisFeeTariffs(sessions, zones);
  }

  @Produces
  @Singleton
  QuotePrice quotePrice(
      Sessions sessions,
      TaxesInForce taxes,
      FeeTariffs tariffs,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new QuotePrice(new MyBatisServiceOffers(sessions), taxes, tariffs, unitOfWork, market);
  }

  @Produces
  @Singleton
  PlaceBooking placeBooking(
      Access access,
      Verification verification,
      Bookings bookings,
      Sessions sessions,
      QuotePrice prices,
      ZoneBook zones,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    var offers = new MyBatisServiceOffers(sessions);
    return new PlaceBooking(
        access, verification, bookings, offers, prices, zones, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  ActOnBooking actOnBooking(
      Access access,
      Verification verification,
      Bookings bookings,
      Sessions sessions,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    var owners = new MyBatisProviderOwners(sessions);
    var money = new MyBatisMoneyUnderWay(sessions);
    return new ActOnBooking(
        access, verification, bookings, owners, money, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  BookingDetails bookingDetails(
      Access access,
      BookingReadModel readModel,
      FeeTariffs tariffs,
      TaxesInForce taxes,
      Disclosures disclosures,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new BookingDetails(access, readModel, tariffs, taxes, disclosures, unitOfWork, market);
  }

  @Produces
  @Singleton
  ExplainBooking explainBooking(Access access, BookingDetails details) {
    return new ExplainBooking(access, details);
  }

  @Produces
  @Singleton
  BookingList bookingList(
      Access access, BookingReadModel readModel, BookingDetails details, UnitOfWork unitOfWork) {
    return new BookingList(access, readModel, details, unitOfWork);
  }

  @Produces
  @Singleton
  FollowPayment followPayment(
      Bookings bookings,
      FeeTariffs tariffs,
      TaxesInForce taxes,
      EventOutbox outbox,
      MarketClock market) {
    return new FollowPayment(bookings, tariffs, taxes, outbox, market);
  }

  @Produces
  @Singleton
  Job letTimePass(
      Bookings bookings, EventOutbox outbox, UnitOfWork unitOfWork, MarketClock market) {
    var letTimePass = new LetTimePass(bookings, outbox, unitOfWork, market);
    return new Job(
        "let-time-pass",
        Duration.ofSeconds(5),
        Job.Due.BY_MARKET,
        () -> {
          while (letTimePass.handle() > 0) {
            // Many may be due at once; they come in batches.
          }
        });
  }

  void react(@Observes Startup event, Reactions reactions, FollowPayment followPayment) {
    reactions.on(PaymentEvent.class, followPayment::handle);
  }
}
