package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SampleInvoices.done;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.payment.Split;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link Invoices} promises. */
public interface InvoicesContract extends WithInvoices {

  int AT_ONCE = 50;

  /** The person behind the provider. */
  UserId ownerOf(ProviderId provider);

  @Test
  default void finds_what_was_added_by_its_id_and_by_its_booking() {
    var invoice = issued(charge());

    assertThat(found(invoice.id())).contains(invoice);
    assertThat(unitOfWork().run(() -> invoices().ofBooking(invoice.booking()))).contains(invoice);
  }

  @Test
  default void an_invoice_without_tax_tip_and_registration_is_kept_as_it_is() {
    var with = charge();
    var charge =
        new Charge(
            with.booking(), with.client(), with.provider(), with.service(), List.of(), cad(0));

    var invoice = issued(charge);

    assertThat(invoice.lines()).hasSize(1);
    assertThat(found(invoice.id())).contains(invoice);
  }

  @Test
  default void finds_nothing_where_nothing_was_issued() {
    assertThat(found(new InvoiceId(UUID.randomUUID()))).isEmpty();
    var charge = charge();
    assertThat(unitOfWork().run(() -> invoices().ofBooking(charge.booking()))).isEmpty();
  }

  @Test
  default void a_booking_has_one_invoice() {
    var charge = charge();
    issued(charge);

    assertThatThrownBy(() -> issued(charge)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void every_status_is_kept_as_it_is() {
    var charge = charge();
    var number = number(charge.provider());
    var sent = SampleInvoices.sent(invoices().nextId(), number, charge);
    var _ =
        unitOfWork()
            .run(
                () -> {
                  invoices().add(sent);
                  return true;
                });
    assertThat(found(sent.id())).contains(sent);

    var viewed = updated(done(sent.viewed(NOW)));
    assertThat(viewed.status()).isEqualTo(InvoiceStatus.VIEWED);
    assertThat(updated(done(viewed.voided(NOW))).status()).isEqualTo(InvoiceStatus.VOID);
  }

  @Test
  default void what_is_to_be_paid_to_the_seller_is_kept_from_due_to_confirmed() {
    var charge = charge();
    var sent =
        stored(SampleInvoices.due(invoices().nextId(), number(charge.provider()), charge, NOW));
    assertThat(found(sent.id())).contains(sent);

    var overdue = updated(done(sent.overdue(NOW.plusMillis(1))));
    assertThat(overdue.status()).isEqualTo(InvoiceStatus.OVERDUE);

    var paid = updated(done(overdue.paid(SampleInvoices.cash(charge))));
    assertThat(paid.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(updated(done(paid.confirmed(charge.client(), NOW))).payment())
        .hasValueSatisfying(
            payment ->
                assertThat(payment.receipt().orElseThrow().confirmed().orElseThrow().at())
                    .isEqualTo(NOW));
  }

  @Test
  default void what_is_late_is_found_until_it_is_noted_or_paid() {
    var charge = charge();
    var sent =
        stored(SampleInvoices.due(invoices().nextId(), number(charge.provider()), charge, NOW));
    var other = charge();
    var paidInTime =
        stored(SampleInvoices.due(invoices().nextId(), number(other.provider()), other, NOW));
    updated(done(paidInTime.paid(SampleInvoices.cash(other))));

    assertThat(late(NOW)).doesNotContain(sent.id());
    assertThat(late(NOW.plusMillis(1))).contains(sent.id()).doesNotContain(paidInTime.id());

    updated(done(sent.overdue(NOW.plusMillis(1))));
    assertThat(late(NOW.plusMillis(1))).doesNotContain(sent.id());
  }

  @Test
  default void what_has_gone_back_is_kept() {
    var charge = charge();
    var invoice = issued(charge);
    var part = new Split(cad(0), charge.taxes().stream().map(_ -> cad(0)).toList(), cad(500));

    var partly = updated(done(invoice.credited(note(invoice, part, 1))));
    assertThat(partly.status()).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
    var rest = charge.whole().minus(part);
    assertThat(updated(done(partly.credited(note(invoice, rest, 2)))).status())
        .isEqualTo(InvoiceStatus.REFUNDED);
  }

  @Test
  default void update_refuses_a_stale_version() {
    var invoice = issued(charge());
    var viewed = done(invoice.viewed(NOW));
    updated(viewed);

    assertThatThrownBy(() -> updated(viewed)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void numbers_follow_one_another_for_each_seller_series_and_year() {
    var one = charge().provider();
    var other = charge().provider();

    assertThat(List.of(number(one), number(one), number(other)))
        .extracting(InvoiceNumber::text)
        .containsExactly("INV-2030-000001", "INV-2030-000002", "INV-2030-000001");
    assertThat(unitOfWork().run(() -> invoices().nextNumber(one, Series.INVOICE, 2031)).text())
        .isEqualTo("INV-2031-000001");
    assertThat(unitOfWork().run(() -> invoices().nextNumber(one, Series.CREDIT_NOTE, YEAR)).text())
        .isEqualTo("CN-2030-000001");
  }

  @Test
  default void what_is_rolled_back_leaves_no_gap() {
    var provider = charge().provider();
    assertThat(number(provider).sequence()).isEqualTo(1);

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          throw new IllegalStateException(
                              invoices().nextNumber(provider, Series.INVOICE, YEAR).text());
                        }))
        .hasMessage("INV-2030-000002");

    assertThat(number(provider).sequence()).isEqualTo(2);
  }

  @Test
  default void fifty_at_once_get_the_numbers_from_1_to_50() throws Exception {
    var provider = charge().provider();
    var start = new CyclicBarrier(AT_ONCE);
    Callable<Integer> taking =
        () -> {
          var _ = start.await();
          return number(provider).sequence();
        };
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var taken = threads.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(_ -> taking).toList());

      assertThat(taken)
          .extracting(number -> number.get())
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AT_ONCE).boxed().toList());
    }
  }

  @Test
  default void a_client_and_a_seller_see_theirs_newest_first() {
    var charge = charge();
    var older = issued(charge);
    var newer = issued(charge());

    var ofClient = ofParty(charge.client(), Set.of(), first(5));
    var ofSeller = ofParty(ownerOf(newer.seller().provider()), Set.of(), first(5));

    assertThat(ofClient).containsExactly(older);
    assertThat(ofSeller).containsExactly(newer);
    assertThat(unitOfWork().run(() -> invoices().all(Set.of(), first(2))).items())
        .containsExactly(newer, older);
  }

  @Test
  default void a_list_is_read_page_by_page_and_by_status() {
    var invoices = List.of(issued(charge()), issued(charge()), issued(charge()));
    var voidOnly = unitOfWork().run(() -> invoices().all(Set.of(InvoiceStatus.VOID), first(5)));

    var page = unitOfWork().run(() -> invoices().all(Set.of(InvoiceStatus.PAID), first(2)));
    var rest =
        unitOfWork().run(() -> invoices().all(Set.of(), new PageRequest(2, page.next()))).items();

    assertThat(voidOnly.items()).isEmpty();
    assertThat(page.items()).containsExactly(invoices.get(2), invoices.get(1));
    assertThat(rest).startsWith(invoices.get(0));
    assertThat(ofParty(new UserId(UUID.randomUUID()), Set.of(), first(5))).isEmpty();
    assertThat(ofParty(invoices.get(0).buyer().client(), Set.of(InvoiceStatus.SENT), first(5)))
        .isEmpty();
  }

  private List<Invoice> ofParty(UserId party, Set<InvoiceStatus> statuses, PageRequest page) {
    return unitOfWork().run(() -> invoices().ofParty(party, statuses, page)).items();
  }

  private static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }

  private Invoice stored(Invoice invoice) {
    return unitOfWork()
        .run(
            () -> {
              invoices().add(invoice);
              return invoice;
            });
  }

  private List<InvoiceId> late(Instant now) {
    return unitOfWork().run(() -> invoices().late(now, 1_000));
  }

  private InvoiceNumber number(ProviderId seller) {
    return unitOfWork().run(() -> invoices().nextNumber(seller, Series.INVOICE, YEAR));
  }

  private static CreditNote note(Invoice invoice, Split back, int sequence) {
    return new CreditNote(
        new CreditNoteId(TimeOrderedIds.next()),
        new InvoiceNumber(Series.CREDIT_NOTE, YEAR, sequence),
        invoice.id(),
        back,
        NOW);
  }

  private Optional<Invoice> found(InvoiceId id) {
    return unitOfWork().run(() -> invoices().find(id));
  }

  @CanIgnoreReturnValue
  private Invoice updated(Invoice invoice) {
    var stored =
        unitOfWork()
            .run(
                () -> {
                  invoices().update(invoice);
                  return invoices().find(invoice.id()).orElseThrow();
                });
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(invoice);
    assertThat(stored.version()).isEqualTo(invoice.version() + 1);
    return stored;
  }
}
