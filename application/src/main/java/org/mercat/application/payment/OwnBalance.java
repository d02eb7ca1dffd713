package org.mercat.application.payment;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.ProviderBalance;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;

/** What a provider is owed, what is on its way, what it owes, and when it is paid out next. */
public final class OwnBalance {

  public record Query(Caller caller) {}

  /** What was found. */
  public sealed interface Outcome {
    /**
     * The balances, one for each currency.
     *
     * @param plan empty until something was earned or a schedule was chosen
     */
    record Found(List<ProviderBalance> balances, Optional<PayoutPlan> plan) implements Outcome {
      public Found {
        balances = List.copyOf(balances);
      }
    }

    /** Only providers have a balance. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final Earnings earnings;
  private final PayoutPlans plans;
  private final Ledger ledger;
  private final UnitOfWork unitOfWork;

  public OwnBalance(
      Access access,
      PayeeProfiles profiles,
      Earnings earnings,
      PayoutPlans plans,
      Ledger ledger,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.profiles = profiles;
    this.earnings = earnings;
    this.plans = plans;
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            profiles
                .of(query.caller().user())
                .map(profile -> found(profile.provider()))
                .orElseGet(Outcome.NoProfile::new));
  }

  private Outcome found(ProviderId provider) {
    var owed = ledger.balances(Account.provider(provider));
    var asked = earnings.underWay(provider);
    var there = ledger.balances(Account.connectBalance(provider));
    var currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
    List.of(owed, asked, there)
        .forEach(sums -> sums.forEach(sum -> currencies.add(sum.currency())));
    var balances =
        currencies.stream()
            .map(
                currency ->
                    ProviderBalance.of(
                        in(owed, currency).negated(), in(asked, currency), in(there, currency)))
            .toList();
    return new Outcome.Found(balances, plans.find(provider));
  }

  private static Money in(List<Money> sums, Currency currency) {
    return sums.stream()
        .filter(sum -> sum.currency().equals(currency))
        .findFirst()
        .orElseGet(() -> Money.zero(currency));
  }
}
