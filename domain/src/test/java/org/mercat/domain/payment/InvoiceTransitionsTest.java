package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.BilledBooking.Seller;
import org.mercat.domain.payment.BilledBooking.Supplied;
import org.mercat.domain.payment.Invoice.Refusal;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.Receipt.Means;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;

/** The invoice of A-10: 200.00, HST 26.00, tip 10.00; half of the service and the tip go back. */
class InvoiceTransitionsTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private static final Jurisdiction ONTARIO = new Jurisdiction("CA", "ON");
  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final Charge CHARGE = charge();
  private static final UserId ADMIN = new UserId(new UUID(0, 5));

  private final Invoice sent = issued();
  private final Invoice viewed = done(sent.viewed(NOW));
  private final Invoice paid = done(sent.paid(payment()));
  private final Invoice partly = done(paid.credited(note(half())));
  private final Invoice refunded = done(partly.credited(note(CHARGE.whole().minus(half()))));
  private final Invoice undone = done(viewed.voided(LATER));

  @Test
  void the_lines_sum_to_what_is_charged() {
    assertThat(sent.subtotal()).isEqualTo(cad(21_000));
    assertThat(sent.tax()).isEqualTo(cad(2_600));
    assertThat(sent.total()).isEqualTo(cad(23_600)).isEqualTo(CHARGE.total());
    assertThat(sent.balance()).isEqualTo(cad(23_600));
    assertThat(sent.taxes().getFirst().source()).contains("a law");
  }

  @Test
  void a_free_service_without_tip_and_tax_has_one_line() {
    var free =
        new Charge(
            CHARGE.booking(), CHARGE.client(), CHARGE.provider(), cad(7_500), List.of(), cad(0));

    var invoice = Invoice.issue(new InvoiceId(new UUID(0, 3)), number(1), free, billed(), NOW);

    assertThat(invoice.invoice().lines()).hasSize(1);
    assertThat(invoice.invoice().total()).isEqualTo(cad(7_500));
  }

  @Test
  void every_status_has_its_steps() {
    assertThat(List.of(sent, viewed, paid, partly, refunded, undone))
        .extracting(Invoice::status)
        .containsExactly(
            InvoiceStatus.SENT,
            InvoiceStatus.VIEWED,
            InvoiceStatus.PAID,
            InvoiceStatus.PARTIALLY_REFUNDED,
            InvoiceStatus.REFUNDED,
            InvoiceStatus.VOID);
    assertThat(done(viewed.paid(payment())).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(done(sent.voided(NOW)).status()).isEqualTo(InvoiceStatus.VOID);
    for (var closed : List.of(paid, partly, refunded)) {
      assertThat(closed.paid(payment())).isEqualTo(new Transition.Refused(Refusal.PAID));
      assertThat(closed.voided(NOW)).isEqualTo(new Transition.Refused(Refusal.PAID));
    }
    assertThat(undone.paid(payment())).isEqualTo(new Transition.Refused(Refusal.VOID));
    assertThat(undone.voided(NOW)).isEqualTo(new Transition.Refused(Refusal.VOID));
  }

  @Test
  void the_first_view_counts_and_does_not_hide_that_it_is_paid() {
    assertThat(viewed.viewed(LATER)).isEqualTo(new Transition.Refused(Refusal.VIEWED));
    assertThat(done(paid.viewed(LATER)).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(done(paid.viewed(LATER)).viewedAt()).contains(LATER);
  }

  @Test
  void what_goes_back_is_counted_and_no_more_than_was_paid() {
    assertThat(half().total()).isEqualTo(cad(12_300));
    assertThat(partly.refunded()).isEqualTo(cad(12_300));
    assertThat(partly.refundedAt()).contains(LATER);
    assertThat(partly.balance()).isEqualTo(cad(0));
    assertThat(refunded.credited(note(half())))
        .isEqualTo(new Transition.Refused(Refusal.CREDIT_EXCEEDS_REST));
    assertThat(sent.credited(note(half())))
        .isEqualTo(new Transition.Refused(Refusal.CREDIT_EXCEEDS_REST));
    assertThat(undone.balance()).isEqualTo(cad(0));
  }

  @Test
  void a_document_has_a_number_of_its_series() {
    assertThat(number(1).text()).isEqualTo("INV-2026-000001");
    assertThat(new InvoiceNumber(Series.CREDIT_NOTE, 2026, 1_234_567).text())
        .isEqualTo("CN-2026-1234567");
    assertThatThrownBy(() -> number(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new CreditNote(new CreditNoteId(new UUID(0, 9)), number(1), sent.id(), half(), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> note(CHARGE.nothing())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_a_gateway_names_its_payments() {
    assertThatThrownBy(
            () ->
                new InvoicePayment(
                    InvoicePayment.Method.GATEWAY, Optional.empty(), Optional.empty(), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new InvoicePayment(
                    InvoicePayment.Method.OFFLINE, Optional.empty(), Optional.empty(), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_nobody_has_paid_in_time_is_overdue_until_it_is_paid() {
    var due = due();
    assertThat(due.overdue(LATER)).isEqualTo(new Transition.Refused(Refusal.NOT_OVERDUE));

    var overdue = done(due.overdue(LATER.plusMillis(1)));

    assertThat(overdue.status()).isEqualTo(InvoiceStatus.OVERDUE);
    assertThat(overdue.balance()).isEqualTo(cad(23_600));
    assertThat(done(overdue.viewed(LATER)).status()).isEqualTo(InvoiceStatus.OVERDUE);
    assertThat(overdue.overdue(LATER.plusMillis(2)))
        .isEqualTo(new Transition.Refused(Refusal.NOT_OVERDUE));
    assertThat(done(overdue.paid(cash())).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(done(overdue.voided(LATER)).status()).isEqualTo(InvoiceStatus.VOID);
    assertThat(sent.overdue(LATER)).isEqualTo(new Transition.Refused(Refusal.NOT_OVERDUE));
    assertThat(paid.overdue(LATER)).isEqualTo(new Transition.Refused(Refusal.PAID));
    assertThat(undone.overdue(LATER)).isEqualTo(new Transition.Refused(Refusal.VOID));
  }

  @Test
  void what_a_seller_says_is_confirmed_once() {
    var marked = done(due().paid(cash()));

    var confirmed = done(marked.confirmed(ADMIN, LATER));

    assertThat(confirmed.payment().flatMap(InvoicePayment::receipt))
        .contains(
            new Receipt(
                Means.CASH,
                Optional.empty(),
                CHARGE.client(),
                Optional.of(new Receipt.Confirmation(ADMIN, LATER))));
    for (var invoice : List.of(confirmed, sent, paid)) {
      assertThat(invoice.confirmed(ADMIN, LATER))
          .isEqualTo(new Transition.Refused(Refusal.NOTHING_TO_CONFIRM));
    }
  }

  @Test
  void the_client_does_not_read_what_is_internal() {
    var notes = new InvoiceNotes(Optional.of("Thank you."), Optional.of("Pays late."), 3);

    assertThat(notes.forClient())
        .isEqualTo(new InvoiceNotes(Optional.of("Thank you."), Optional.empty(), 3));
  }

  private static Split half() {
    return new Split(cad(10_000), List.of(cad(1_300)), cad(1_000));
  }

  private CreditNote note(Split back) {
    var number = new InvoiceNumber(Series.CREDIT_NOTE, 2026, 1);
    return new CreditNote(new CreditNoteId(new UUID(0, 9)), number, sent.id(), back, LATER);
  }

  private static InvoicePayment payment() {
    return InvoicePayment.byGateway(new GatewayReference("pay_1"), NOW);
  }

  private static InvoicePayment cash() {
    return InvoicePayment.toTheSeller(
        new Receipt(Means.CASH, Optional.empty(), CHARGE.client(), Optional.empty()), LATER);
  }

  private static Invoice due() {
    var until = Optional.of(InvoiceDue.at(LATER, Optional.empty()));
    var id = new InvoiceId(new UUID(0, 3));
    return Invoice.issue(id, number(1), CHARGE, billed(), until, NOW).invoice();
  }

  private static Invoice issued() {
    return Invoice.issue(new InvoiceId(new UUID(0, 3)), number(1), CHARGE, billed(), NOW).invoice();
  }

  private static InvoiceNumber number(int sequence) {
    return new InvoiceNumber(Series.INVOICE, 2026, sequence);
  }

  private static BilledBooking billed() {
    return new BilledBooking(
        new Seller(
            CHARGE.provider(),
            "Paws of Toronto",
            ONTARIO,
            "M5V 3L9",
            Optional.empty(),
            Optional.empty(),
            TORONTO),
        new Buyer(CHARGE.client(), "Ada Lovelace"),
        new Supplied("Portrait", TimeSlot.of(LATER, Duration.ofHours(1)), TORONTO, ONTARIO),
        Map.of("ca-on-hst", "a law"));
  }

  private static Charge charge() {
    var hst = new TaxRate(TaxComponent.HST, Rate.percent(13), "ca-on-hst");
    return new Charge(
        new BookingId(new UUID(0, 1)),
        new UserId(new UUID(0, 2)),
        new ProviderId(new UUID(0, 4)),
        cad(20_000),
        Tax.on(cad(20_000), List.of(hst)),
        cad(1_000));
  }

  private static Invoice done(Transition transition) {
    return switch (transition) {
      case Transition.Done(var invoice, _) -> invoice;
      case Transition.Refused(var why) -> throw new IllegalArgumentException(why.name());
    };
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
