package org.mercat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mercat.application.Trade.TUESDAY;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.DECLINED;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.INSUFFICIENT_FUNDS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.PlaceBooking.Outcome;
import org.mercat.application.booking.PlaceBooking.Start;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.Caller;
import org.mercat.domain.availability.LocalStart;
import org.mercat.domain.booking.Price;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxComponent;

class PlaceBookingTest {

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.DOG_WALK);
  private final Caller client = trade.client();
  private final Order order = Order.of(client, shop);

  @Test
  void a_booking_holds_its_time_and_its_buffers() {
    assertThat(trade.stand(trade.booked(order.command())))
        .isEqualTo(new Stand(Phase.AWAITING_PAYMENT, Whereabouts.NONE));

    var another = Order.of(trade.client(), shop);
    assertThat(placed(another)).isEqualTo(new Outcome.SlotTaken());
    assertThat(placed(another.at(TUESDAY.plus(Duration.ofHours(1)))))
        .isEqualTo(new Outcome.SlotTaken());
    assertThat(placed(another.at(TUESDAY.plus(Duration.ofMinutes(90)))))
        .isInstanceOf(Outcome.Placed.class);
  }

  @Test
  void only_clients_book() {
    assertThat(placed(Order.of(trade.vendor(), shop))).isEqualTo(new Outcome.Forbidden());
  }

  @Test
  void what_is_not_in_the_catalog_cannot_be_booked() {
    assertThat(placed(order.of(new ListingId(UUID.randomUUID()))))
        .isEqualTo(new Outcome.UnknownListing());

    assertThat(trade.onListing(shop.owner(), shop.listing(), new ActOnListing.Act.Pause()))
        .isInstanceOf(ActOnListing.Outcome.Done.class);
    assertThat(placed(order)).isEqualTo(new Outcome.UnknownListing());
  }

  @Test
  void a_price_to_be_agreed_on_cannot_be_booked() {
    var onRequest = trade.shop(Offers.offering("Big dogs", PricingType.QUOTE, 0));

    assertThat(placed(Order.of(client, onRequest))).isEqualTo(new Outcome.NotBookable());
  }

  @Test
  void a_time_that_the_clocks_leave_out_or_repeat_has_to_be_told_exactly() {
    var skipped = LocalDateTime.of(2027, 3, 14, 2, 30);
    var twice = LocalDateTime.of(2026, 11, 1, 1, 30);

    assertThat(placed(order.at(calendar(skipped, Optional.empty()))))
        .isEqualTo(new Outcome.NonexistentTime());
    assertThat(placed(order.at(calendar(twice, Optional.empty()))))
        .isEqualTo(new Outcome.AmbiguousTime());
    assertThat(placed(order.at(calendar(twice, Optional.of(ZoneOffset.UTC)))))
        .isEqualTo(new Outcome.AmbiguousTime());
  }

  @Test
  void a_time_on_the_wall_clock_is_that_of_its_zone() {
    var booking =
        trade.booked(
            order.at(calendar(LocalDateTime.of(2026, 11, 24, 10, 0), Optional.empty())).command());

    assertThat(trade.details(booking).view().booking().terms().slot().from()).isEqualTo(TUESDAY);
  }

  @Test
  void a_start_in_the_past_outside_the_hours_or_off_the_step_is_refused() {
    assertThat(placed(order.at(InMemoryAdapters.START.minus(Duration.ofDays(1)))))
        .isEqualTo(new Outcome.OutsideAvailability());
    assertThat(placed(order.at(TUESDAY.plus(Duration.ofHours(10)))))
        .isEqualTo(new Outcome.OutsideAvailability());
    assertThat(placed(order.at(TUESDAY.plus(Duration.ofMinutes(10)))))
        .isEqualTo(new Outcome.OutsideAvailability());
  }

  @Test
  void an_hourly_service_may_be_longer_by_whole_steps_and_no_shorter() {
    assertThat(placed(order.lasting(Duration.ofMinutes(30))))
        .isEqualTo(new Outcome.WrongDuration());
    assertThat(placed(order.lasting(Duration.ofMinutes(75))))
        .isEqualTo(new Outcome.WrongDuration());

    assertThat(price(order.lasting(Duration.ofMinutes(90))).service())
        .isEqualTo(Money.of(5_625, "CAD"));
  }

  @Test
  void an_hourly_service_is_not_booked_by_the_piece() {
    assertThat(placed(order.times(2))).isEqualTo(new Outcome.WrongQuantity());
  }

  @Test
  void a_fixed_price_is_booked_by_the_piece_for_its_own_length() {
    var studio = trade.shop(Offers.PORTRAIT);
    var portraits = Order.of(client, studio).times(3);

    assertThat(placed(portraits.lasting(Duration.ofHours(2))))
        .isEqualTo(new Outcome.WrongDuration());
    assertThat(price(portraits).service()).isEqualTo(Money.of(60_000, "CAD"));
  }

  @Test
  void a_tip_is_in_the_currency_of_the_price() {
    assertThat(placed(order.tipped(Money.of(500, "USD")))).isEqualTo(new Outcome.WrongCurrency());

    assertThat(price(order.tipped(500)).total()).isEqualTo(Money.of(3_750 + 488 + 500, "CAD"));
  }

  @Test
  void work_is_taxed_where_it_is_done() {
    var walker = trade.shop(Offers.hourly("Long walk", 6_000));

    assertThat(price(Order.of(client, walker).in("BC")).taxes())
        .extracting(line -> line.component(), line -> line.amount().minor())
        .containsExactly(tuple(TaxComponent.GST, 300L));
  }

  @Test
  void who_is_not_registered_charges_no_tax() {
    var small = trade.shop(SampleProviders.bareProfile("Small paws"), Offers.DOG_WALK);

    assertThat(price(Order.of(client, small)).taxes()).isEmpty();
  }

  @Test
  void a_payment_declined_at_placing_ends_the_booking_and_frees_its_time() {
    for (var method : new PaymentMethod[] {DECLINED, INSUFFICIENT_FUNDS, unknownMethod()}) {
      assertThat(trade.stand(trade.booked(order.paidWith(method).command())))
          .isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.NONE));
    }

    assertThat(trade.stand(trade.booked(order.paidWith(OK).command())))
        .isEqualTo(new Stand(Phase.CONFIRMED, Whereabouts.HELD));
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);
    trade.assertBooksBalance();
  }

  private static PaymentMethod unknownMethod() {
    return new PaymentMethod("no_such_method");
  }

  private Start calendar(LocalDateTime local, Optional<ZoneOffset> offset) {
    return new Start.InCalendar(
        new LocalStart(local, offset), trade.market.in.zones.zone(Offers.TORONTO));
  }

  private Outcome placed(Order wanted) {
    return trade.market.placeBooking.handle(wanted.command());
  }

  private Price price(Order wanted) {
    return trade.details(trade.booked(wanted.command())).view().booking().terms().price();
  }
}
