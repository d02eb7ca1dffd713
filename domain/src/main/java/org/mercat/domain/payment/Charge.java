package org.mercat.domain.payment;

import java.util.List;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxLine;

/** What one client is to pay for one booking, by its lines. */
public record Charge(
    BookingId booking,
    UserId client,
    ProviderId provider,
    Money service,
    List<TaxLine> taxes,
    Money tip) {

  public Charge {
    taxes = List.copyOf(taxes);
  }

  /** All of it. */
  public Split whole() {
    return new Split(service, taxes.stream().map(TaxLine::amount).toList(), tip);
  }

  public Split nothing() {
    var zero = Money.zero(service.currency());
    return new Split(zero, taxes.stream().map(_ -> zero).toList(), zero);
  }

  public Money total() {
    return whole().total();
  }

  /**
   * What goes back with another part of the service. Tax is cumulative: the rate on all that has
   * been refunded so far, less what is back already, so that many small refunds give back to the
   * cent what one large one does, and the last one exactly the rest (PAYMENTS 4).
   *
   * @param back what has been refunded before
   * @param part how much more of the service, before tax
   * @param backTip how much of the tip
   */
  Split refund(Split back, Money part, Money backTip) {
    var taxBack =
        Tax.refunded(taxes, service, back.service(), part).stream().map(TaxLine::amount).toList();
    return new Split(part, taxBack, backTip);
  }
}
