package org.mercat.persistence.payment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.BilledBooking.Seller;
import org.mercat.domain.payment.BilledBooking.Supplied;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceLine;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoicePayment;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.payment.InvoiceTax;
import org.mercat.domain.payment.Receipt;
import org.mercat.domain.payment.Receipt.Confirmation;
import org.mercat.domain.payment.Receipt.Means;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxLine;
import org.mercat.domain.tax.TaxRegistration;
import org.mercat.persistence.shared.JsonRows;

/** Table {@code invoice}, column for component, and its lines. */
record InvoiceRow(
    UUID id,
    UUID bookingId,
    UUID providerId,
    UUID clientId,
    int year,
    int sequence,
    InvoiceStatus status,
    String currency,
    long totalMinor,
    long refundedMinor,
    String sellerName,
    String sellerCountry,
    String sellerSubdivision,
    String sellerPostalCode,
    @Nullable String sellerCity,
    @Nullable String sellerRegistration,
    String sellerZone,
    String buyerName,
    String title,
    Instant slotFrom,
    Instant slotTo,
    String zone,
    String country,
    String subdivision,
    Instant issuedAt,
    @Nullable Instant dueAt,
    @Nullable String instructions,
    @Nullable Instant overdueAt,
    @Nullable Instant viewedAt,
    @Nullable Instant paidAt,
    InvoicePayment.@Nullable Method method,
    @Nullable String reference,
    @Nullable Means means,
    @Nullable String meansReference,
    @Nullable UUID markedBy,
    @Nullable UUID confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable Instant refundedAt,
    @Nullable Instant voidedAt,
    long version,
    String lines,
    String taxes) {

  private record LineRow(int position, InvoiceLine.Kind kind, String text, long amountMinor) {

    static LineRow of(int position, InvoiceLine line) {
      return new LineRow(position, line.kind(), line.text(), line.amount().minor());
    }

    InvoiceLine toDomain(String currency) {
      return new InvoiceLine(kind, text, Money.of(amountMinor, currency));
    }
  }

  private record TaxRow(
      int position,
      TaxComponent component,
      long ratePpm,
      long baseMinor,
      long amountMinor,
      String rule,
      @Nullable String source,
      boolean onCustomerFee) {

    static TaxRow of(int position, InvoiceTax tax) {
      var line = tax.line();
      return new TaxRow(
          position,
          line.component(),
          line.rate().partsPerMillion(),
          line.base().minor(),
          line.amount().minor(),
          line.rule(),
          tax.source().orElse(null),
          tax.onCustomerFee());
    }

    InvoiceTax toDomain(String currency) {
      return new InvoiceTax(
          new TaxLine(
              component,
              new Rate(ratePpm),
              Money.of(baseMinor, currency),
              Money.of(amountMinor, currency),
              rule),
          Optional.ofNullable(source),
          onCustomerFee);
    }
  }

  static InvoiceRow of(Invoice invoice) {
    var seller = invoice.seller();
    var supplied = invoice.supplied();
    var payment = invoice.payment();
    var receipt = payment.flatMap(InvoicePayment::receipt);
    var confirmed = receipt.flatMap(Receipt::confirmed);
    return new InvoiceRow(
        invoice.id().value(),
        invoice.booking().value(),
        seller.provider().value(),
        invoice.buyer().client().value(),
        invoice.number().year(),
        invoice.number().sequence(),
        invoice.status(),
        invoice.refunded().currency().getCurrencyCode(),
        invoice.total().minor(),
        invoice.refunded().minor(),
        seller.name(),
        seller.place().country(),
        seller.place().subdivision(),
        seller.postalCode(),
        seller.city().orElse(null),
        seller.registration().map(TaxRegistration::number).orElse(null),
        seller.zone().getId(),
        invoice.buyer().name(),
        supplied.title(),
        supplied.slot().from(),
        supplied.slot().to(),
        supplied.zone().getId(),
        supplied.place().country(),
        supplied.place().subdivision(),
        invoice.issuedAt(),
        invoice.dueAt().orElse(null),
        invoice.due().flatMap(InvoiceDue::instructions).orElse(null),
        invoice.due().flatMap(InvoiceDue::overdueSince).orElse(null),
        invoice.viewedAt().orElse(null),
        payment.map(InvoicePayment::at).orElse(null),
        payment.map(InvoicePayment::method).orElse(null),
        payment.flatMap(InvoicePayment::reference).map(GatewayReference::value).orElse(null),
        receipt.map(Receipt::means).orElse(null),
        receipt.flatMap(Receipt::reference).orElse(null),
        receipt.map(Receipt::markedBy).map(UserId::value).orElse(null),
        confirmed.map(Confirmation::by).map(UserId::value).orElse(null),
        confirmed.map(Confirmation::at).orElse(null),
        invoice.refundedAt().orElse(null),
        invoice.voidedAt().orElse(null),
        invoice.version(),
        JsonRows.of(numbered(invoice.lines(), LineRow::of)),
        JsonRows.of(numbered(invoice.taxes(), TaxRow::of)));
  }

  private interface Numbered<T, R> {
    R at(int position, T item);
  }

  /** The items as rows, counted from 1. */
  private static <T, R> List<R> numbered(List<T> items, Numbered<T, R> row) {
    return IntStream.range(0, items.size())
        .mapToObj(index -> row.at(index + 1, items.get(index)))
        .toList();
  }

  Invoice toDomain() {
    return new Invoice(
        new InvoiceId(id),
        new InvoiceNumber(Series.INVOICE, year, sequence),
        new BookingId(bookingId),
        seller(),
        new Buyer(new UserId(clientId), buyerName),
        new Supplied(
            title,
            new TimeSlot(slotFrom, slotTo),
            ZoneId.of(zone),
            new Jurisdiction(country, subdivision)),
        JsonRows.read(lines, LineRow.class).stream().map(line -> line.toDomain(currency)).toList(),
        JsonRows.read(taxes, TaxRow.class).stream().map(tax -> tax.toDomain(currency)).toList(),
        issuedAt,
        due(),
        Optional.ofNullable(viewedAt),
        payment(),
        Money.of(refundedMinor, currency),
        Optional.ofNullable(refundedAt),
        Optional.ofNullable(voidedAt),
        version);
  }

  private Seller seller() {
    return new Seller(
        new ProviderId(providerId),
        sellerName,
        new Jurisdiction(sellerCountry, sellerSubdivision),
        sellerPostalCode,
        Optional.ofNullable(sellerCity),
        Optional.ofNullable(sellerRegistration).map(TaxRegistration::new),
        ZoneId.of(sellerZone));
  }

  private Optional<InvoicePayment> payment() {
    return paidAt == null || method == null
        ? Optional.empty()
        : Optional.of(
            new InvoicePayment(
                method,
                Optional.ofNullable(reference).map(GatewayReference::new),
                receipt(),
                paidAt));
  }

  private Optional<InvoiceDue> due() {
    return Optional.ofNullable(dueAt)
        .map(
            at ->
                new InvoiceDue(
                    at, Optional.ofNullable(instructions), Optional.ofNullable(overdueAt)));
  }

  private Optional<Receipt> receipt() {
    return means == null || markedBy == null
        ? Optional.empty()
        : Optional.of(
            new Receipt(
                means, Optional.ofNullable(meansReference), new UserId(markedBy), confirmation()));
  }

  private Optional<Confirmation> confirmation() {
    return confirmedBy == null || confirmedAt == null
        ? Optional.empty()
        : Optional.of(new Confirmation(new UserId(confirmedBy), confirmedAt));
  }
}
