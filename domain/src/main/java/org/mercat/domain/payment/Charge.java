package org.mercat.domain.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    var nothing = Money.zero(service.currency());
    var due = Tax.refunded(taxes, service, nothing, back.service().plus(part));
    var taxBack =
        IntStream.range(0, due.size())
            .mapToObj(line -> due.get(line).amount().minus(back.taxes().get(line)))
            .map(tax -> Split.larger(tax, nothing))
            .toList();
    return new Split(part, taxBack, backTip);
  }

  /**
   * A refund of which only the amount is known: as much of the service as goes into it with its
   * tax, and then of the tip. A cent that no service has such a tax for is counted as service; the
   * tax of the next refund makes up for it.
   *
   * @param back what has been refunded before
   * @param amount no more than the rest
   */
  Split refundOf(Split back, Money amount) {
    var rest = whole().minus(back);
    if (amount.equals(rest.total())) {
      return rest;
    }
    var nothing = Money.zero(amount.currency());
    var part = refund(back, mostService(back, rest, amount), nothing);
    var left = amount.minus(part.total());
    var more = Split.smaller(left, rest.service().minus(part.service()));
    var tip = Split.smaller(left.minus(more), rest.tip());
    var taxes = new ArrayList<Money>();
    left = left.minus(more).minus(tip);
    for (var line = 0; line < part.taxes().size(); line++) {
      var room = rest.taxes().get(line).minus(part.taxes().get(line));
      var extra = Split.smaller(left, room);
      taxes.add(part.taxes().get(line).plus(extra));
      left = left.minus(extra);
    }
    return new Split(part.service().plus(more), taxes, tip);
  }

  private Money mostService(Split back, Split rest, Money amount) {
    var currency = amount.currency();
    var nothing = Money.zero(currency);
    var fits = 0L;
    var tooMuch = rest.service().minor() + 1;
    while (tooMuch - fits > 1) {
      var middle = (fits + tooMuch) / 2;
      var total = refund(back, new Money(middle, currency), nothing).total();
      if (total.compareTo(amount) > 0) {
        tooMuch = middle;
      } else {
        fits = middle;
      }
    }
    return new Money(fits, currency);
  }
}
