package org.mercat.domain.payment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.CustomerFee;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxLine;

/**
 * What one client is to pay for one booking, by its lines.
 *
 * @param taxes on the service
 * @param customerFee what is paid to the platform on top
 */
public record Charge(
    BookingId booking,
    UserId client,
    ProviderId provider,
    Money service,
    List<TaxLine> taxes,
    Money tip,
    CustomerFee customerFee) {

  public Charge {
    taxes = List.copyOf(taxes);
  }

  /** A charge with nothing on top. */
  public Charge(
      BookingId booking,
      UserId client,
      ProviderId provider,
      Money service,
      List<TaxLine> taxes,
      Money tip) {
    this(booking, client, provider, service, taxes, tip, CustomerFee.none(service.currency()));
  }

  /** All of it. */
  public Split whole() {
    return new Split(
        service, amounts(taxes), tip, customerFee.amount(), amounts(customerFee.taxes()));
  }

  private static List<Money> amounts(List<TaxLine> lines) {
    return lines.stream().map(TaxLine::amount).toList();
  }

  public Split nothing() {
    return whole().minus(whole());
  }

  /** The taxes on the service, then those on the customer fee. */
  public List<TaxLine> allTaxes() {
    return Stream.concat(taxes.stream(), customerFee.taxes().stream()).toList();
  }

  public Money total() {
    return whole().total();
  }

  /**
   * What goes back with another part of the service. Tax and customer fee are cumulative: the rate
   * on all that has been refunded so far, less what is back already, so that many small refunds
   * give back to the cent what one large one does, and the last one exactly the rest (PAYMENTS 4).
   *
   * @param back what has been refunded before
   * @param part how much more of the service, before tax
   * @param backTip how much of the tip
   */
  Split refund(Split back, Money part, Money backTip) {
    var nothing = Money.zero(service.currency());
    var upTo = back.service().plus(part);
    var taxesDue = amounts(Tax.refunded(taxes, service, nothing, upTo));
    var fee = more(customerFee.returned(service, upTo), back.customerFee());
    var feeTaxesDue = customerFee.taxesReturned(back.customerFee().plus(fee));
    return new Split(
        part,
        more(taxesDue, back.taxes()),
        backTip,
        fee,
        more(feeTaxesDue, back.customerFeeTaxes()));
  }

  private static List<Money> more(List<Money> due, List<Money> back) {
    return IntStream.range(0, due.size())
        .mapToObj(line -> more(due.get(line), back.get(line)))
        .toList();
  }

  private static Money more(Money due, Money back) {
    return Split.larger(due.minus(back), Money.zero(due.currency()));
  }

  /**
   * A refund of which only the amount is known: as much of the service as goes into it with its
   * taxes and fee, and then of the tip. A cent that no service has such a tax for is counted as
   * service; the tax of the next refund makes up for it.
   *
   * @param back what has been refunded before
   * @param amount no more than the rest
   */
  Split refundOf(Split back, Money amount) {
    var rest = whole().minus(back);
    if (amount.equals(rest.total())) {
      return rest;
    }
    var part = mostOf(back, rest, amount);
    return part.plus(rest.minus(part).first(amount.minus(part.total())));
  }

  /** As much of the service as goes into the amount with all that goes back with it. */
  private Split mostOf(Split back, Split rest, Money amount) {
    var currency = amount.currency();
    var nothing = Money.zero(currency);
    if (refund(back, nothing, nothing).total().compareTo(amount) > 0) {
      return nothing();
    }
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
    return refund(back, new Money(fits, currency), nothing);
  }
}
