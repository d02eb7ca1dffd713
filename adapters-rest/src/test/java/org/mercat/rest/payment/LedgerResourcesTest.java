package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.shared.Money;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;

/** The books: those of one booking for its parties, the check of all for administrators. */
class LedgerResourcesTest {

  private final MemoryTrade market = new MemoryTrade();

  @Test
  void the_books_of_a_booking_are_its_postings_and_what_they_sum_to() {
    var booking = market.paidWith(OK);
    var escrow = "escrow:" + booking.value();

    var answer = books(market.client, booking);

    assertThat(answer.getStatus()).isEqualTo(200);
    var shown = body(answer.getEntity());
    assertThat(shown.path("postings").path(0))
        .isEqualTo(
            json(
                """
                {'transaction': 'booking:%s:capture:1:1', 'kind': 'capture',
                 'account': 'gateway_clearing', 'amount': {'amount': 23600, 'currency': 'CAD'},
                 'at': '2026-11-15T14:00:00Z'}
                """
                    .formatted(booking.value())));
    assertThat(shown.path("balances"))
        .isEqualTo(
            json(
                """
                [{'account': 'gateway_clearing', 'balance': {'amount': 23600, 'currency': 'CAD'}},
                 {'account': '%1$s:service', 'balance': {'amount': -20000, 'currency': 'CAD'}},
                 {'account': '%1$s:tax', 'balance': {'amount': -2600, 'currency': 'CAD'}},
                 {'account': '%1$s:tip', 'balance': {'amount': -1000, 'currency': 'CAD'}}]
                """
                    .formatted(escrow)));
  }

  @Test
  void the_books_of_a_booking_are_for_its_parties_and_administrators() {
    var booking = market.paidWith(OK);

    for (var caller : List.of(market.client, market.shop.owner(), market.trade.admin())) {
      assertThat(books(caller, booking).getStatus()).isEqualTo(200);
    }
  }

  @Test
  void the_books_of_a_booking_that_is_not_paid_are_empty() {
    assertThat(body(books(market.client, market.onHold()).getEntity()))
        .isEqualTo(json("{'postings': [], 'balances': []}"));
  }

  @Test
  void the_books_of_others_are_404_as_those_of_no_booking() {
    var booking = market.paidWith(OK);

    assertThat(refusal(books(market.trade.client(), booking))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(books(market.trade.vendor(), booking))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(books(market.client, new BookingId(UUID.randomUUID()))))
        .isEqualTo("404 NOT_FOUND");
  }

  @Test
  void books_that_are_right_are_told_to_be() {
    assertThat(market.paidWith(OK)).isNotNull();

    var answer = verify(market.trade.admin());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body(answer.getEntity()))
        .isEqualTo(json("{'ok': true, 'transactions': 1, 'problems': []}"));
  }

  @Test
  void books_that_are_wrong_are_200_and_not_ok() {
    var cent = Money.of(1, "CAD");
    market.market.in.ledger.post(
        new JournalEntry(
            "astray",
            JournalEntry.Kind.RELEASE,
            BookingEvent.subject(market.onHold()),
            List.of(
                new Posting(new Account("rounding"), cent),
                new Posting(Account.GATEWAY_CLEARING, cent.negated())),
            InMemoryAdapters.START));

    var answer = verify(market.trade.admin());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body(answer.getEntity()).path("ok").booleanValue()).isFalse();
    assertThat(body(answer.getEntity()).path("problems")).hasSize(1);
  }

  @Test
  void only_administrators_check_the_books() {
    assertThat(refusal(verify(market.client))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(verify(market.shop.owner()))).isEqualTo("403 FORBIDDEN");
  }

  private Response books(Caller caller, BookingId booking) {
    return market.ledgers.ofBooking(booking.value(), plain(), SignedIn.as(caller));
  }

  private Response verify(Caller caller) {
    return market.audit.verify(plain(), SignedIn.as(caller));
  }
}
