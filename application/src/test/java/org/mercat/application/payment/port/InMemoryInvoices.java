package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.provider.ProviderId;

public final class InMemoryInvoices implements Invoices, Store {

  private record Counted(ProviderId seller, Series series, int year) {}

  private final Function<ProviderId, Optional<UserId>> owners;
  private Map<InvoiceId, Invoice> stored = new LinkedHashMap<>();
  private Map<Counted, Integer> numbers = new LinkedHashMap<>();

  /**
   * A store.
   *
   * @param owners the person behind each provider
   */
  public InMemoryInvoices(Function<ProviderId, Optional<UserId>> owners) {
    this.owners = owners;
  }

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    var counted = new LinkedHashMap<>(numbers);
    return () -> {
      stored = copy;
      numbers = counted;
    };
  }

  @Override
  public InvoiceId nextId() {
    return new InvoiceId(TimeOrderedIds.next());
  }

  @Override
  public InvoiceNumber nextNumber(ProviderId seller, Series series, int year) {
    var sequence = numbers.merge(new Counted(seller, series, year), 1, Integer::sum);
    return new InvoiceNumber(series, year, sequence);
  }

  @Override
  public Optional<Invoice> find(InvoiceId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Optional<Invoice> ofBooking(BookingId booking) {
    return stored.values().stream()
        .filter(invoice -> invoice.booking().equals(booking))
        .findFirst();
  }

  @Override
  public void add(Invoice invoice) {
    if (ofBooking(invoice.booking()).isPresent()) {
      throw new ConcurrencyConflict(invoice.booking().toString());
    }
    stored.put(invoice.id(), invoice);
  }

  @Override
  public void update(Invoice invoice) {
    var current = stored.get(invoice.id());
    if (current == null || current.version() != invoice.version()) {
      throw new ConcurrencyConflict(invoice.id().toString());
    }
    stored.put(invoice.id(), next(invoice));
  }

  @Override
  public Page<Invoice> ofParty(UserId party, Set<InvoiceStatus> statuses, PageRequest page) {
    return page(
        invoice ->
            invoice.buyer().client().equals(party)
                || owners.apply(invoice.seller().provider()).filter(party::equals).isPresent(),
        statuses,
        page);
  }

  @Override
  public List<InvoiceId> late(Instant now, int most) {
    return stored.values().stream()
        .filter(it -> it.status() == InvoiceStatus.SENT || it.status() == InvoiceStatus.VIEWED)
        .filter(it -> it.dueAt().filter(now::isAfter).isPresent())
        .sorted(Comparator.comparing(it -> it.dueAt().orElseThrow()))
        .limit(most)
        .map(Invoice::id)
        .toList();
  }

  @Override
  public Page<Invoice> all(Set<InvoiceStatus> statuses, PageRequest page) {
    return page(_ -> true, statuses, page);
  }

  private Page<Invoice> page(
      Predicate<Invoice> whose, Set<InvoiceStatus> statuses, PageRequest request) {
    var found =
        List.copyOf(stored.values()).reversed().stream()
            .filter(
                invoice ->
                    request.after().stream().allMatch(it -> invoice.id().value().compareTo(it) < 0))
            .filter(whose)
            .filter(invoice -> statuses.isEmpty() || statuses.contains(invoice.status()))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, invoice -> invoice.id().value());
  }

  private static Invoice next(Invoice invoice) {
    return new Invoice(
        invoice.id(),
        invoice.number(),
        invoice.booking(),
        invoice.seller(),
        invoice.buyer(),
        invoice.supplied(),
        invoice.lines(),
        invoice.taxes(),
        invoice.issuedAt(),
        invoice.due(),
        invoice.viewedAt(),
        invoice.payment(),
        invoice.refunded(),
        invoice.refundedAt(),
        invoice.voidedAt(),
        invoice.version() + 1);
  }
}
