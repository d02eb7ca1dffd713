package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisInvoices implements Invoices {

  /** After every id that is ever made. */
  private static final UUID END = new UUID(0xffff_ffff_ffff_7fffL, 0xbfff_ffff_ffff_ffffL);

  private final Sessions sessions;

  public MyBatisInvoices(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public InvoiceId nextId() {
    return new InvoiceId(Ids.next());
  }

  @Override
  public InvoiceNumber nextNumber(ProviderId seller, Series series, int year) {
    return new InvoiceNumber(
        series, year, mapper().nextNumber(seller.value(), series.name(), year));
  }

  @Override
  public Optional<Invoice> find(InvoiceId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(InvoiceRow::toDomain);
  }

  @Override
  public Optional<Invoice> ofBooking(BookingId booking) {
    return Optional.ofNullable(mapper().ofBooking(booking.value())).map(InvoiceRow::toDomain);
  }

  @Override
  public void add(Invoice invoice) {
    require(mapper().insert(InvoiceRow.of(invoice)), invoice);
  }

  @Override
  public void update(Invoice invoice) {
    require(mapper().update(InvoiceRow.of(invoice)), invoice);
  }

  @Override
  public Page<Invoice> ofParty(UserId party, Set<InvoiceStatus> statuses, PageRequest page) {
    var found = mapper().ofParty(party.value(), words(statuses), before(page), page.limit() + 1);
    return page(found, page);
  }

  @Override
  public List<InvoiceId> late(Instant now, int most) {
    return mapper().late(now, most).stream().map(InvoiceId::new).toList();
  }

  @Override
  public Page<Invoice> all(Set<InvoiceStatus> statuses, PageRequest page) {
    return page(mapper().all(words(statuses), before(page), page.limit() + 1), page);
  }

  private static String words(Set<InvoiceStatus> statuses) {
    Collection<InvoiceStatus> wanted =
        statuses.isEmpty() ? Arrays.asList(InvoiceStatus.values()) : statuses;
    return wanted.stream().map(InvoiceStatus::name).collect(Collectors.joining(","));
  }

  private static UUID before(PageRequest page) {
    return page.after().orElse(END);
  }

  private static Page<Invoice> page(List<InvoiceRow> found, PageRequest page) {
    return Page.of(found, page, InvoiceRow::id).map(InvoiceRow::toDomain);
  }

  private static void require(int stored, Invoice invoice) {
    if (stored == 0) {
      throw new ConcurrencyConflict("invoice " + invoice.number().text());
    }
  }

  private InvoiceMapper mapper() {
    return sessions.mapper(InvoiceMapper.class);
  }
}
