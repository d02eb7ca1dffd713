package org.mercat.application.payment;

import java.util.Currency;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Ledger;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.ProviderFunds;
import org.mercat.domain.provider.ProviderId;

/** What there is of a provider's money by our books, inside the unit of work of its caller. */
public final class CountFunds {

  public record Query(ProviderId provider, Currency currency) {}

  private final Ledger ledger;
  private final Earnings earnings;

  public CountFunds(Ledger ledger, Earnings earnings) {
    this.ledger = ledger;
    this.earnings = earnings;
  }

  public ProviderFunds handle(Query query) {
    var provider = query.provider();
    return new ProviderFunds(
        ledger.balance(Account.provider(provider), query.currency()).negated(),
        ledger.balance(Account.connectBalance(provider), query.currency()),
        earnings.reversing(provider, query.currency()));
  }
}
