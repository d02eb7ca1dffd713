package org.mercat.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.rest.booking.MemoryTrade.stand;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.PricingType;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.NobodySignedIn;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.StatusWords;
import org.mercat.rest.shared.UnreadableRequest;

/** What comes of placing a booking, and who is shown it. */
class BookingsResourceTest {

  private static final SecurityContext NOBODY = new NobodySignedIn();
  private static final String TUESDAY_AT_10 = "'2026-11-24T15:00:00Z'";

  private final MemoryTrade market = new MemoryTrade();
  private final Trade trade = market.trade;
  private final Shop shop = market.shop;
  private final BookingsResource resource = market.bookings;
  private final SignedIn client = SignedIn.as(market.client);

  @Test
  void a_new_booking_is_201_with_the_whole_of_it_and_its_place() {
    var answer = place("'tip': {'amount': 1000, 'currency': 'CAD'}");

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("0"));
    var whole = body(answer.getEntity());
    var id = whole.path("id").textValue();
    assertThat(answer.getLocation()).hasToString("/api/v1/bookings/" + id);
    assertThat(whole)
        .isEqualTo(
            json(
                """
                {'id': '%s', 'confirmationCode': '%s',
                 'listing': '%s', 'provider': '%s', 'client': '%s',
                 'start': '2026-11-24T15:00:00Z', 'end': '2026-11-24T16:00:00Z',
                 'zone': 'America/Toronto',
                 'lifecycle': 'AWAITING_PAYMENT', 'money': 'NONE', 'status': 'pending',
                 'outcomeUnknown': false, 'disputed': false,
                 'refunded': {'amount': 0, 'currency': 'CAD'},
                 'lines': [
                   {'kind': 'service', 'amount': {'amount': 20000, 'currency': 'CAD'}},
                   {'kind': 'tax', 'component': 'HST', 'ratePpm': 130000, 'rule': 'ca-on-hst-2010-07-01',
                    'amount': {'amount': 2600, 'currency': 'CAD'}},
                   {'kind': 'tip', 'amount': {'amount': 1000, 'currency': 'CAD'}}],
                 'total': {'amount': 23600, 'currency': 'CAD'},
                 'platformFee': {'amount': 3000, 'currency': 'CAD'},
                 'platformFeeTax': {'amount': 0, 'currency': 'CAD'},
                 'payout': {'amount': 20600, 'currency': 'CAD'},
                 'placeOfSupply': {'country': 'CA', 'subdivision': 'ON'},
                 'heldUntil': '2026-11-15T14:15:00Z',
                 'timeline': [{'lifecycle': 'AWAITING_PAYMENT', 'at': '2026-11-15T14:00:00Z'}]}
                """
                    .formatted(
                        id,
                        ConfirmationCode.of(new BookingId(UUID.fromString(id))),
                        shop.listing().value(),
                        shop.provider().value(),
                        market.client.user().value())));
  }

  @Test
  void what_is_paid_at_once_is_201_and_confirmed() {
    assertThat(stand(place("'paymentMethod': 'sbx_ok'"))).isEqualTo("201 CONFIRMED HELD");
  }

  @Test
  void a_payment_that_waits_for_its_payer_is_201_and_holds_the_time() {
    assertThat(stand(place("'paymentMethod': 'sbx_requires_action'")))
        .isEqualTo("201 AWAITING_PAYMENT NONE");
  }

  @Test
  void a_payment_without_an_answer_is_201_and_says_so() {
    var answer = place("'paymentMethod': 'sbx_timeout_after_work'");

    assertThat(stand(answer)).isEqualTo("201 AWAITING_PAYMENT CAPTURING");
    assertThat(body(answer.getEntity()).path("outcomeUnknown").booleanValue()).isTrue();
  }

  @Test
  void a_payment_that_is_declined_is_402_and_ends_the_booking() {
    assertThat(refusal(place("'paymentMethod': 'sbx_declined'"))).isEqualTo("402 PAYMENT_DECLINED");

    assertThat(page("lifecycle=CANCELLED").items()).hasSize(1);
  }

  @Test
  void who_is_no_client_books_nothing() {
    assertThat(refusal(place(trade.vendor(), shop, TUESDAY_AT_10))).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void a_listing_that_is_not_offered_is_a_wrong_member() {
    var gone = new Shop(shop.owner(), shop.provider(), new ListingId(UUID.randomUUID()));

    assertThat(refusal(place(market.client, gone, TUESDAY_AT_10)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /listing NOT_FOUND");
  }

  @Test
  void a_price_that_is_agreed_on_first_is_409() {
    var onRequest = trade.shop(Offers.offering("Weddings", PricingType.QUOTE, 0));

    assertThat(refusal(place(market.client, onRequest, TUESDAY_AT_10)))
        .isEqualTo("409 WRONG_STATE");
  }

  @Test
  void a_provider_who_cannot_be_paid_out_yet_is_409() {
    var owner = trade.vendor();
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    trade.verify(provider);
    var listing = trade.listed(owner, Offers.PORTRAIT);
    trade.publish(owner, listing);
    trade.workEveryDay(owner);

    assertThat(refusal(place(market.client, new Shop(owner, provider, listing), TUESDAY_AT_10)))
        .isEqualTo("409 NOT_PAYABLE");
  }

  @Test
  void a_time_that_the_clocks_leave_out_is_422_at_it() {
    assertThat(refusal(placeAt("2027-03-14T02:30", "")))
        .isEqualTo("422 NONEXISTENT_LOCAL_TIME /start/local NONEXISTENT_LOCAL_TIME");
  }

  @Test
  void a_time_that_the_clocks_repeat_is_422_until_its_offset_is_one_of_the_two() {
    var ambiguous = "422 UNACCEPTABLE_REQUEST /start/offset REQUIRED";

    assertThat(refusal(placeAt("2027-11-07T01:30", ""))).isEqualTo(ambiguous);
    assertThat(refusal(placeAt("2027-11-07T01:30", ", 'offset': 'Z'"))).isEqualTo(ambiguous);
    assertThat(refusal(placeAt("2027-11-07T01:30", ", 'offset': '-05:00'")))
        .isEqualTo("422 OUTSIDE_AVAILABILITY /start OUTSIDE_AVAILABILITY");
  }

  @Test
  void a_time_of_the_providers_calendar_is_booked() {
    var answer = placeAt("2026-11-24T10:00", "");

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(body(answer.getEntity()).path("start").textValue())
        .isEqualTo("2026-11-24T15:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          in the past,       2026-11-14T15:00:00Z
          before the hours,  2026-11-24T11:00:00Z
          off the step,      2026-11-24T15:10:00Z
          """)
  void a_time_that_is_not_offered_is_422_at_the_start(String why, String start) {
    assertThat(refusal(place(market.client, shop, "'" + start + "'")))
        .as(why)
        .isEqualTo("422 OUTSIDE_AVAILABILITY /start OUTSIDE_AVAILABILITY");
  }

  @Test
  void a_length_that_the_listing_does_not_have_is_a_wrong_member() {
    assertThat(refusal(place("'durationMinutes': 90")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /durationMinutes OUT_OF_RANGE");
  }

  @Test
  void more_than_one_of_what_is_not_sold_by_the_piece_is_a_wrong_member() {
    var walker = trade.shop(Offers.DOG_WALK);
    var two = TUESDAY_AT_10 + ", 'quantity': 2";

    assertThat(refusal(place(market.client, walker, two)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /quantity OUT_OF_RANGE");
    assertThat(place(market.client, shop, two).getStatus()).isEqualTo(201);
  }

  @Test
  void a_tip_in_another_currency_is_a_wrong_member() {
    assertThat(refusal(place("'tip': {'amount': 500, 'currency': 'USD'}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /tip/currency OUT_OF_RANGE");
  }

  @Test
  void paying_takes_a_verified_address_where_the_tenant_wants_one_and_holding_does_not() {
    market.market.in.verification.want(true);

    assertThat(refusal(place("'paymentMethod': 'sbx_ok'"))).isEqualTo("409 VERIFICATION_REQUIRED");
    assertThat(stand(place("'quantity': 1"))).isEqualTo("201 AWAITING_PAYMENT NONE");
  }

  @Test
  void a_time_that_somebody_else_has_is_409() {
    assertThat(place(trade.client(), shop, TUESDAY_AT_10).getStatus()).isEqualTo(201);

    assertThat(refusal(place(market.client, shop, TUESDAY_AT_10))).isEqualTo("409 SLOT_TAKEN");
  }

  @Test
  void everything_that_is_wrong_with_an_order_is_told_at_once() {
    var sent =
        json(
            """
            {'listing': 'dogs', 'start': 'soon', 'durationMinutes': 0, 'quantity': 101,
             'address': {'country': 'CA', 'subdivision': 'XX', 'postalCode': '90210'},
             'tip': {'amount': -1, 'currency': 'CAD'}, 'paymentMethod': '', 'status': 'confirmed'}
            """);

    assertThat(refusal(resource.place(sent, plain(), client)))
        .isEqualTo(
            "422 UNACCEPTABLE_REQUEST /listing MALFORMED /start MALFORMED"
                + " /durationMinutes OUT_OF_RANGE /quantity OUT_OF_RANGE"
                + " /address/subdivision OUT_OF_RANGE /address/postalCode MALFORMED"
                + " /tip/amount OUT_OF_RANGE /paymentMethod OUT_OF_RANGE /status UNKNOWN_MEMBER");
  }

  @Test
  void an_address_is_shown_as_it_was_sent_and_says_where_the_work_is_taxed() {
    var answer =
        place(
            "'address': {'country': 'CA', 'subdivision': 'AB', 'city': 'Banff',"
                + " 'postalCode': 'T1L 1A1', 'line1': '1 Bear St'}");

    assertThat(answer.getStatus()).isEqualTo(201);
    var shown = body(answer.getEntity());
    assertThat(shown.path("address"))
        .isEqualTo(
            json(
                "{'country': 'CA', 'subdivision': 'AB', 'city': 'Banff', 'postalCode': 'T1L 1A1',"
                    + " 'line1': '1 Bear St'}"));
    assertThat(shown.path("placeOfSupply"))
        .isEqualTo(json("{'country': 'CA', 'subdivision': 'AB'}"));
  }

  @Test
  void a_booking_is_shown_to_its_parties_and_to_administrators() {
    var booking = market.paidWith(OK);

    for (var caller : List.of(market.client, shop.owner(), trade.admin())) {
      assertThat(stand(show(booking, caller))).isEqualTo("200 CONFIRMED HELD");
    }
  }

  @Test
  void a_booking_of_others_is_404_as_one_that_is_none() {
    var booking = market.paidWith(OK);

    assertThat(refusal(show(booking, trade.client()))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(show(booking, trade.vendor()))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(show(new BookingId(UUID.randomUUID()), market.client)))
        .isEqualTo("404 NOT_FOUND");
  }

  @Test
  void a_list_has_the_bookings_of_its_reader_and_of_that_life_cycle() {
    var booking = market.paidWith(OK);

    assertThat(page("").items()).extracting(BookingView::id).containsExactly(booking.value());
    assertThat(page("lifecycle=CONFIRMED").items()).hasSize(1);
    assertThat(page("lifecycle=COMPLETED").items()).isEmpty();
    assertThat(resource.list(plain(), SignedIn.as(trade.client())).items()).isEmpty();
  }

  @Test
  void a_list_goes_on_where_its_page_ended() {
    var first = market.onHold();
    trade.act(market.client, first, new Act.Cancel("-"));
    var second = market.onHold();

    var page = page("limit=1");
    assertThat(page.items()).extracting(BookingView::id).containsExactly(second.value());
    var last = page("limit=1&cursor=" + page.nextCursor().orElseThrow());

    assertThat(last.items()).extracting(BookingView::id).containsExactly(first.value());
    assertThat(last.nextCursor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lifecycle=confirmed", "status=pending", "limit=101", "cursor=x"})
  void a_list_that_cannot_be_read_is_refused(String query) {
    assertThatThrownBy(() -> page(query)).isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void the_words_of_the_status_are_those_of_the_path_that_was_asked() {
    var booking = market.paidWith(OK);

    var asked = StatusWords.TRANSACTIONS.during(() -> show(booking, market.client));

    assertThat(body(asked.getEntity()).path("status").textValue()).isEqualTo("paid");
    assertThat(body(show(booking, market.client).getEntity()).path("status").textValue())
        .isEqualTo("confirmed");
  }

  @Test
  void nobody_books_without_signing_in() {
    var sent = json("{}");

    assertThat(refusal(answered(() -> resource.place(sent, plain(), NOBODY))))
        .isEqualTo("401 UNAUTHENTICATED");
  }

  private Response place(String more) {
    return place(market.client, shop, TUESDAY_AT_10 + ", " + more);
  }

  private Response placeAt(String local, String offset) {
    var start = "{'local': '" + local + "', 'zone': 'America/Toronto'" + offset + "}";
    return place(market.client, shop, start);
  }

  private Response place(Caller caller, Shop from, String startAndMore) {
    var sent = "{'listing': '" + from.listing().value() + "', 'start': " + startAndMore + "}";
    return resource.place(json(sent), plain(), SignedIn.as(caller));
  }

  private Response show(BookingId booking, Caller caller) {
    return resource.details(booking.value(), plain(), SignedIn.as(caller));
  }

  private Listed<BookingView> page(String query) {
    return resource.list(query(query), client);
  }
}
