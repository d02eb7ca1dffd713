package org.mercat.application.simulation;

import static org.mercat.application.payment.port.InMemoryPaymentGateway.DECLINED;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.INSUFFICIENT_FUNDS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_FAILS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REQUIRES_ACTION;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.ReleasePayout;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/** Clients, providers and an administrator, who do as the seed says, be it allowed or not. */
final class People {

  private static final int MOST_BOOKINGS = 10;
  private static final Act DELIVER = new Act.Deliver();
  private static final Act CONFIRM = new Act.Confirm();
  private static final List<PaymentMethod> METHODS =
      List.of(
          OK,
          OK,
          OK,
          DECLINED,
          INSUFFICIENT_FUNDS,
          TIMEOUT_AFTER_WORK,
          REQUIRES_ACTION,
          REFUND_PENDING,
          REFUND_FAILS);

  private final RandomGenerator dice;
  private final Trade trade;
  private final SimulatedMarket market;
  private final Diary diary;
  private final List<Shop> shops;
  private final List<Caller> clients;
  private final Caller admin;

  People(RandomGenerator dice, Trade trade, SimulatedMarket market, Diary diary) {
    this.dice = dice;
    this.trade = trade;
    this.market = market;
    this.diary = diary;
    this.shops =
        List.of(
            trade.shop(Offers.PORTRAIT),
            trade.shop(Offers.IN_QUEBEC, Offers.hourly("Walk", 3_333)));
    this.clients = List.of(trade.client(), trade.client());
    this.admin = trade.admin();
  }

  /** The next thing that somebody does: it is chosen now, and done when its turn comes. */
  Runnable next() {
    var placed =
        market.bookings.ids().stream().flatMap(id -> market.bookings.find(id).stream()).toList();
    if (placed.isEmpty() || (placed.size() < MOST_BOOKINGS && dice.nextInt(4) == 0)) {
      return placing();
    }
    var booking = placed.get(dice.nextInt(placed.size()));
    return dice.nextInt(3) == 0 ? anything(booking) : fitting(booking);
  }

  /** What leads on from here. */
  private Runnable fitting(Booking booking) {
    var owner = ownerOf(booking);
    return switch (booking.lifecycle()) {
      case Lifecycle.AwaitingPayment _ ->
          acting(clientOf(booking), booking, new Act.Pay(method().token()));
      case Lifecycle.Confirmed _, Lifecycle.InProgress _ ->
          dice.nextInt(3) == 0 ? refunding(owner, booking) : acting(owner, booking, DELIVER);
      case Lifecycle.Delivered _ -> acting(clientOf(booking), booking, CONFIRM);
      case Lifecycle.Completed _ -> refunding(admin, booking);
      case Lifecycle.Requested _, Lifecycle.Closed _ -> anything(booking);
    };
  }

  private Runnable anything(Booking booking) {
    var client = clientOf(booking);
    var owner = ownerOf(booking);
    return switch (dice.nextInt(10)) {
      case 0 -> acting(client, booking, new Act.Pay(method().token()));
      case 1, 2 -> acting(client, booking, new Act.Cancel("Changed my mind."));
      case 3 -> acting(client, booking, CONFIRM);
      case 4 -> acting(owner, booking, new Act.Start());
      case 5 -> acting(owner, booking, DELIVER);
      case 6 -> acting(owner, booking, new Act.Cancel("Closed."));
      case 7 -> refunding(dice.nextBoolean() ? owner : admin, booking);
      case 8 -> releasing(booking);
      default -> acting(admin, booking, new Act.Cancel("By the house."));
    };
  }

  /** What an administrator does about refunds that came to nothing. */
  Runnable repeatingRefund(BookingId booking) {
    var command = new RefundBooking.Command(admin, booking, Optional.empty(), "Once more.");
    return () -> refund(command);
  }

  private Runnable placing() {
    var shop = shops.get(dice.nextInt(shops.size()));
    var start =
        trade
            .market
            .in
            .market
            .instant()
            .truncatedTo(ChronoUnit.DAYS)
            .plus(Duration.ofDays(dice.nextInt(5)))
            .plus(Duration.ofHours(dice.nextInt(14, 22)));
    var order = Order.of(clients.get(dice.nextInt(clients.size())), shop).at(start);
    var tipped = dice.nextBoolean() ? order.tipped(dice.nextInt(1, 2_000)) : order;
    var command = (dice.nextInt(4) == 0 ? tipped : tipped.paidWith(method())).command();
    return () -> {
      var outcome = market.placeBooking.handle(command);
      diary.note("place at " + start + " " + command.method() + " -> " + outcome);
      if (outcome instanceof PlaceBooking.Outcome.Placed(var booking)) {
        run(booking);
      }
    };
  }

  private Runnable acting(Caller who, Booking booking, Act act) {
    var command = new ActOnBooking.Command(who, booking.id(), act);
    return () -> {
      var outcome = market.actOnBooking.handle(command);
      diary.note(act + " " + name(booking.id()) + " -> " + outcome);
      if (outcome instanceof ActOnBooking.Outcome.Done) {
        run(booking.id());
      }
    };
  }

  private Runnable refunding(Caller who, Booking booking) {
    var service = booking.terms().price().service();
    var part =
        switch (dice.nextInt(4)) {
          case 0 -> Optional.<Long>empty();
          case 1 -> Optional.of(dice.nextLong(1, service.minor() + 1));
          default -> Optional.of(service.minor() / 4);
        };
    var amount = part.map(minor -> Money.of(minor, service.currency().toString()));
    var command = new RefundBooking.Command(who, booking.id(), amount, "A gesture.");
    return () -> refund(command);
  }

  private void refund(RefundBooking.Command command) {
    var outcome = market.refundBooking.handle(command);
    diary.note("refund " + command.amount() + " " + name(command.booking()) + " -> " + outcome);
    if (outcome instanceof RefundBooking.Outcome.Started) {
      run(command.booking());
    }
  }

  private Runnable releasing(Booking booking) {
    var command = new ReleasePayout.Command(admin, booking.id());
    return () ->
        diary.note("release " + name(booking.id()) + " -> " + market.releasePayout.handle(command));
  }

  private void run(BookingId booking) {
    var subject = BookingEvent.subject(booking);
    var outcome = market.runOperations.handle(new RunOperations.Command(subject));
    diary.note("ran " + name(booking) + " -> " + outcome);
  }

  private PaymentMethod method() {
    return METHODS.get(dice.nextInt(METHODS.size()));
  }

  private Caller clientOf(Booking booking) {
    return clients.stream()
        .filter(it -> it.user().equals(booking.terms().client()))
        .findFirst()
        .orElseThrow();
  }

  private Caller ownerOf(Booking booking) {
    return shops.stream()
        .filter(it -> it.provider().equals(booking.terms().provider()))
        .findFirst()
        .orElseThrow()
        .owner();
  }

  static String name(BookingId booking) {
    return "#" + (booking.value().getLeastSignificantBits() & 0xffff);
  }
}
