package org.mercat.domain.payment;

import static org.mercat.domain.payment.Account.PLATFORM_FEE_TAX_PAYABLE;
import static org.mercat.domain.payment.Account.PLATFORM_REVENUE;

import java.util.stream.Stream;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.payment.JournalEntry.Line;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * How what a client has paid is shared out.
 *
 * @param payout the provider's, with the tax that it has collected
 * @param fee the platform's, from the provider
 * @param feeTax what the platform has charged on that fee and owes to the state
 * @param customerFee the platform's, from the client
 * @param customerFeeTax what the platform has charged on that fee and owes to the state
 */
record Share(
    ProviderId provider,
    Money payout,
    Money fee,
    Money feeTax,
    Money customerFee,
    Money customerFeeTax) {

  /**
   * The platform has what was paid on top, and takes its fee on the service that was paid for; the
   * provider has all else.
   */
  static Share of(ProviderId provider, Split paid, FeeTerms terms) {
    var fee = terms.on(paid.service());
    return new Share(
        provider,
        paid.total().minus(paid.onTop()).minus(fee.total()),
        fee.amount(),
        fee.tax(),
        paid.customerFee(),
        paid.customerFeeTax());
  }

  Share minus(Share other) {
    return new Share(
        provider,
        payout.minus(other.payout),
        fee.minus(other.fee),
        feeTax.minus(other.feeTax),
        customerFee.minus(other.customerFee),
        customerFeeTax.minus(other.customerFeeTax));
  }

  Stream<Line> credited() {
    return debited().map(Line::negated);
  }

  Stream<Line> debited() {
    return Stream.of(
        new Line(PLATFORM_REVENUE, fee),
        new Line(PLATFORM_FEE_TAX_PAYABLE, feeTax),
        new Line(PLATFORM_REVENUE, customerFee),
        new Line(PLATFORM_FEE_TAX_PAYABLE, customerFeeTax),
        new Line(Account.provider(provider), payout));
  }
}
