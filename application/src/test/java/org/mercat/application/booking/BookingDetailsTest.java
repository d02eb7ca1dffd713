package org.mercat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.DECLINED;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_FAILS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.BookingDetails.Outcome;
import org.mercat.application.booking.BookingDetails.Query;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.payment.BookingLedger;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/** What the parties of a booking, and administrators, see of it and of its books. */
class BookingDetailsTest {

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void the_parties_and_administrators_see_a_booking_and_nobody_else() {
    var booking = trade.booked(client, shop, OK);

    assertThat(seen(client, booking)).isInstanceOf(Outcome.Found.class);
    assertThat(seen(shop.owner(), booking)).isInstanceOf(Outcome.Found.class);
    assertThat(seen(trade.admin(), booking)).isInstanceOf(Outcome.Found.class);
    assertThat(seen(trade.client(), booking)).isEqualTo(new Outcome.NotFound());
    assertThat(seen(client, new BookingId(UUID.randomUUID()))).isEqualTo(new Outcome.NotFound());
  }

  @Test
  void a_hold_shows_what_the_fee_would_be_now_and_a_booking_what_was_agreed() {
    var onHold = trade.booked(Order.of(client, shop).command());
    assertAmounts(onHold, 3_000, 19_600);

    assertThat(
            trade.market.setPlatformFee.handle(
                new SetPlatformFee.Command(trade.admin(), 0, Rate.percent(10), true)))
        .isInstanceOf(SetPlatformFee.Outcome.Set.class);
    assertAmounts(onHold, 2_260, 20_340);
    trade.act(client, onHold, new ActOnBooking.Act.Pay(OK.token()));
    assertThat(
            trade.market.setPlatformFee.handle(
                new SetPlatformFee.Command(trade.admin(), 1, Rate.percent(50), false)))
        .isInstanceOf(SetPlatformFee.Outcome.Set.class);

    assertAmounts(onHold, 2_260, 20_340);
  }

  @Test
  void a_booking_that_came_to_nothing_pays_nobody() {
    assertAmounts(trade.booked(client, shop, DECLINED), 0, 0);
  }

  @Test
  void a_cancelled_booking_shows_what_will_be_kept_while_its_refund_is_under_way() {
    var booking = trade.booked(client, shop, REFUND_PENDING);
    trade.market.in.market.set(Trade.TUESDAY.minus(Duration.ofHours(30)));

    trade.act(client, booking, new ActOnBooking.Act.Cancel("Rain."));

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));
    assertAmounts(booking, 1_500, 9_800);
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(0, "CAD"));
  }

  @Test
  void a_refund_that_came_to_nothing_is_not_shown_as_kept() {
    var booking = trade.booked(client, shop, REFUND_FAILS);

    trade.act(shop.owner(), booking, new ActOnBooking.Act.Cancel("Ill."));

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));
    assertAmounts(booking, 0, 0);
  }

  @Test
  void a_list_shows_the_bookings_of_its_reader_newest_first() {
    var first = trade.booked(client, shop, DECLINED);
    var second = trade.booked(client, shop, OK);

    assertThat(listed(client, Set.of())).containsExactly(second, first);
    assertThat(listed(shop.owner(), Set.of(Phase.CONFIRMED))).containsExactly(second);
    assertThat(listed(trade.admin(), Set.of(Phase.CANCELLED))).containsExactly(first);
    assertThat(listed(trade.client(), Set.of())).isEmpty();
  }

  @Test
  void the_books_of_a_booking_are_for_its_parties_and_administrators() {
    var booking = trade.booked(client, shop, OK);

    assertThat(books(client, booking)).isInstanceOf(BookingLedger.Outcome.Found.class);
    assertThat(books(shop.owner(), booking)).isInstanceOf(BookingLedger.Outcome.Found.class);
    assertThat(books(trade.client(), booking)).isEqualTo(new BookingLedger.Outcome.NotFound());
    assertThat(
            Trade.as(BookingLedger.Outcome.Found.class, books(trade.admin(), booking))
                .view()
                .balances())
        .contains(new BookingLedger.Balance(Account.GATEWAY_CLEARING, Money.of(23_600, "CAD")))
        .hasSize(4);
  }

  @Test
  void only_administrators_check_all_the_books() {
    assertThat(trade.market.ledgerAudit.handle(client)).isEmpty();
    assertThat(trade.market.ledgerAudit.handle(trade.admin())).isPresent();
  }

  @Test
  void what_an_administrator_is_shown_of_others_is_kept() {
    var booking = trade.booked(client, shop, OK);
    var admin = trade.admin();

    assertThat(seen(client, booking)).isInstanceOf(Outcome.Found.class);
    assertThat(seen(shop.owner(), booking)).isInstanceOf(Outcome.Found.class);
    assertThat(books(client, booking)).isInstanceOf(BookingLedger.Outcome.Found.class);
    assertThat(listed(client, Set.of())).containsExactly(booking);
    assertThat(shown()).isEmpty();

    Acting.now().as(admin).run(() -> assertThat(seen(admin, booking)).isNotNull());
    Acting.now().as(admin).run(() -> assertThat(books(admin, booking)).isNotNull());
    Acting.now().as(admin).run(() -> assertThat(listed(admin, Set.of())).isNotEmpty());

    assertThat(shown()).hasSize(3).containsOnly(BookingEvent.subject(booking));
    assertThat(trade.market.in.trail.all().toList().getLast().deed().actor())
        .isEqualTo(Actor.user(admin.user()));
  }

  @Test
  void books_that_are_not_right_are_reported() {
    var cent = Money.of(1, "CAD");
    trade.market.in.ledger.post(
        new JournalEntry(
            "astray",
            JournalEntry.Kind.RELEASE,
            BookingEvent.subject(trade.booked(client, shop, OK)),
            List.of(
                new Posting(new Account("rounding"), cent),
                new Posting(Account.GATEWAY_CLEARING, cent.negated())),
            trade.market.in.system.instant()));

    assertThat(trade.market.ledgerAudit.handle(trade.admin())).isPresent();

    assertThat(trade.market.in.systemEvents.reported())
        .extracting(SystemEvents.Event::level)
        .containsExactly(SystemEvents.Level.CRITICAL);
  }

  private List<Subject> shown() {
    return trade
        .market
        .in
        .trail
        .all()
        .map(AuditEntry::deed)
        .filter(deed -> deed.action() == Action.READ)
        .map(Deed::subject)
        .toList();
  }

  private void assertAmounts(BookingId booking, long fee, long payout) {
    var details = trade.details(booking);
    assertThat(details.fee().total()).isEqualTo(Money.of(fee, "CAD"));
    assertThat(details.payout()).isEqualTo(Money.of(payout, "CAD"));
  }

  private Outcome seen(Caller caller, BookingId booking) {
    return trade.market.bookingDetails.handle(new Query(caller, booking));
  }

  private Iterable<BookingId> listed(Caller caller, Set<Phase> phases) {
    var query = new BookingList.Query(caller, phases, new PageRequest(20, Optional.empty()));
    var outcome = trade.market.bookingList.handle(query);
    return Trade.as(BookingList.Outcome.Listed.class, outcome)
        .page()
        .map(found -> found.view().booking().id())
        .items();
  }

  private BookingLedger.Outcome books(Caller caller, BookingId booking) {
    return trade.market.bookingLedger.handle(new BookingLedger.Query(caller, booking));
  }
}
