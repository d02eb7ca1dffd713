package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.DECLINED;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.InMemoryAdapters;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.payment.InvoiceDetails.Name;
import org.mercat.application.payment.InvoiceDetails.Outcome.Found;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceEvent;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceLine;
import org.mercat.domain.payment.InvoiceNotes;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.shared.Money;

/** The invoice of a booking of 200.00, 26.00 tax and 10.00 tip, from capture to credit note. */
class InvoicesOfBookingsTest {

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void money_that_is_held_has_an_invoice_that_is_paid() {
    var booking = trade.booked(client, shop, OK);

    var invoice = invoice(booking);

    assertThat(invoice.number().text()).isEqualTo("INV-2026-000001");
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(invoice.issuedAt()).isEqualTo(InMemoryAdapters.START);
    assertThat(invoice.lines())
        .extracting(InvoiceLine::kind, InvoiceLine::text, line -> line.amount().minor())
        .containsExactly(
            tuple(InvoiceLine.Kind.SERVICE, "Portrait", 20_000L),
            tuple(InvoiceLine.Kind.TIP, "", 1_000L));
    assertThat(List.of(invoice.tax(), invoice.total(), invoice.paid(), invoice.balance()))
        .containsExactly(cad(2_600), cad(23_600), cad(23_600), cad(0));
    assertThat(invoice.seller().name()).isEqualTo("Paws of Toronto");
    assertThat(invoice.buyer().name()).isEqualTo("Ada Lovelace");
    assertThat(invoice.taxes().getFirst().source())
        .hasValueSatisfying(it -> assertThat(it).isNotBlank());
  }

  @Test
  void what_is_not_paid_has_no_invoice_and_takes_no_number() {
    var declined = trade.booked(client, shop, DECLINED);
    var paid = trade.booked(client, shop, OK);

    assertThat(details(client, new Name.OfBooking(declined)))
        .isEqualTo(new InvoiceDetails.Outcome.NotFound());
    assertThat(invoice(paid).number().sequence()).isEqualTo(1);
  }

  @Test
  void a_refund_that_has_arrived_stands_on_a_credit_note_line_for_line() {
    var booking = trade.booked(client, shop, OK);

    refund(booking, Optional.of(cad(10_000)));

    var found = found(shop.owner(), booking);
    var note = found.creditNotes().getFirst();
    assertThat(note.number().text()).isEqualTo("CN-2026-000001");
    assertThat(note.back().service()).isEqualTo(cad(10_000));
    assertThat(note.back().taxes()).containsExactly(cad(1_300));
    assertThat(note.back().tip()).isEqualTo(cad(0));
    assertThat(found.invoice().status()).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
    assertThat(found.invoice().refunded()).isEqualTo(cad(11_300));
  }

  @Test
  void the_notes_of_many_refunds_sum_to_what_was_paid() {
    var booking = trade.booked(client, shop, OK);

    refund(booking, Optional.of(cad(3_333)));
    refund(booking, Optional.of(cad(3_334)));
    refund(booking, Optional.empty());

    var found = found(shop.owner(), booking);
    assertThat(found.creditNotes())
        .extracting(note -> note.back().tax().minor())
        .containsExactly(433L, 434L, 1_733L);
    assertThat(found.creditNotes())
        .extracting(note -> note.back().total().minor())
        .containsExactly(3_766L, 3_768L, 16_066L);
    assertThat(found.invoice().status()).isEqualTo(InvoiceStatus.REFUNDED);
    assertThat(found.invoice().refunded()).isEqualTo(found.invoice().total());
  }

  @Test
  void the_client_who_opens_it_has_seen_it_and_nobody_else() {
    var booking = trade.booked(client, shop, OK);
    assertThat(found(shop.owner(), booking).invoice().viewedAt()).isEmpty();
    assertThat(found(trade.admin(), booking).invoice().viewedAt()).isEmpty();

    assertThat(found(client, booking).invoice().viewedAt()).isEmpty();

    assertThat(found(client, booking).invoice().viewedAt()).contains(InMemoryAdapters.START);
    assertThat(trade.market.in.outbox.events())
        .filteredOn(InvoiceEvent.InvoiceViewed.class::isInstance)
        .hasSize(1);
  }

  @Test
  void an_invoice_and_its_credit_notes_are_for_their_parties_and_administrators() {
    var booking = trade.booked(client, shop, OK);
    refund(booking, Optional.empty());
    var found = found(client, booking);
    var byId = new Name.ById(found.invoice().id());
    var note = found.creditNotes().getFirst().id();

    for (var caller : List.of(client, shop.owner(), trade.admin())) {
      assertThat(details(caller, byId)).isInstanceOf(Found.class);
      assertThat(credit(caller, note)).isInstanceOf(CreditNoteDetails.Outcome.Found.class);
    }
    for (var caller : List.of(trade.client(), trade.vendor())) {
      assertThat(details(caller, byId)).isEqualTo(new InvoiceDetails.Outcome.NotFound());
      assertThat(credit(caller, note)).isEqualTo(new CreditNoteDetails.Outcome.NotFound());
    }
    assertThat(credit(client, new CreditNoteId(UUID.randomUUID())))
        .isEqualTo(new CreditNoteDetails.Outcome.NotFound());
  }

  @Test
  void a_list_shows_the_own_invoices_and_administrators_all() {
    var booking = trade.booked(client, shop, OK);
    var id = invoice(booking).id();

    for (var caller : List.of(client, shop.owner())) {
      assertThat(listed(caller, InvoiceList.Scope.OWN)).extracting(Invoice::id).containsExactly(id);
    }
    assertThat(listed(trade.client(), InvoiceList.Scope.OWN)).isEmpty();
    assertThat(listed(trade.admin(), InvoiceList.Scope.ALL))
        .extracting(Invoice::id)
        .containsExactly(id);
    assertThat(list(client, InvoiceList.Scope.ALL)).isEqualTo(new InvoiceList.Outcome.Forbidden());
  }

  @Test
  void a_seller_writes_for_the_client_and_for_nobody_else() {
    var booking = trade.booked(client, shop, OK);
    var id = invoice(booking).id();
    var notes = new InvoiceNotes(Optional.of("Thank you."), Optional.of("Pays at once."), 0);

    assertThat(annotate(client, id, notes)).isEqualTo(new AnnotateInvoice.Outcome.Forbidden());
    assertThat(annotate(trade.admin(), id, notes))
        .isEqualTo(new AnnotateInvoice.Outcome.Forbidden());
    assertThat(annotate(trade.vendor(), id, notes))
        .isEqualTo(new AnnotateInvoice.Outcome.NotFound());
    assertThat(annotate(shop.owner(), id, notes))
        .isEqualTo(new AnnotateInvoice.Outcome.Written(id));
    assertThat(annotate(shop.owner(), id, notes)).isEqualTo(new AnnotateInvoice.Outcome.Stale());

    assertThat(found(client, booking).notes().shown()).contains("Thank you.");
    assertThat(found(client, booking).notes().internal()).isEmpty();
    assertThat(found(shop.owner(), booking).notes().internal()).contains("Pays at once.");
  }

  @Test
  void what_is_paid_is_never_void() {
    var id = invoice(trade.booked(client, shop, OK)).id();

    assertThat(voided(client, id)).isEqualTo(new VoidInvoice.Outcome.Forbidden());
    assertThat(voided(trade.admin(), id))
        .isEqualTo(new VoidInvoice.Outcome.Refused(Invoice.Refusal.PAID));
    assertThat(voided(trade.admin(), new InvoiceId(UUID.randomUUID())))
        .isEqualTo(new VoidInvoice.Outcome.NotFound());
  }

  @Test
  void the_year_of_a_number_is_that_of_the_sellers_calendar() {
    trade.market.in.market.set(Instant.parse("2027-01-01T04:59:59Z"));
    var order = Order.of(client, shop).at(Instant.parse("2027-01-11T15:00:00Z"));

    var booking = trade.booked(order.paidWith(OK).command());

    assertThat(invoice(booking).number().text()).isEqualTo("INV-2026-000001");
  }

  private Invoice invoice(BookingId booking) {
    return found(shop.owner(), booking).invoice();
  }

  private Found found(Caller caller, BookingId booking) {
    return Trade.as(Found.class, details(caller, new Name.OfBooking(booking)));
  }

  private InvoiceDetails.Outcome details(Caller caller, Name name) {
    return trade.market.invoiceDetails.handle(new InvoiceDetails.Query(caller, name));
  }

  private CreditNoteDetails.Outcome credit(Caller caller, CreditNoteId note) {
    return trade.market.creditNoteDetails.handle(new CreditNoteDetails.Query(caller, note));
  }

  private List<Invoice> listed(Caller caller, InvoiceList.Scope scope) {
    return Trade.as(InvoiceList.Outcome.Listed.class, list(caller, scope)).page().items();
  }

  private InvoiceList.Outcome list(Caller caller, InvoiceList.Scope scope) {
    var page = new PageRequest(20, Optional.empty());
    return trade.market.invoiceList.handle(new InvoiceList.Query(caller, scope, Set.of(), page));
  }

  private AnnotateInvoice.Outcome annotate(Caller caller, InvoiceId id, InvoiceNotes notes) {
    return trade.market.annotateInvoice.handle(new AnnotateInvoice.Command(caller, id, notes));
  }

  private VoidInvoice.Outcome voided(Caller caller, InvoiceId id) {
    return trade.market.voidInvoice.handle(new VoidInvoice.Command(caller, id));
  }

  private void refund(BookingId booking, Optional<Money> amount) {
    var command = new RefundBooking.Command(shop.owner(), booking, amount, "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
