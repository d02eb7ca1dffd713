package org.mercat.domain.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * What a provider owes in one currency, by its age. What has come in since has paid the oldest debt
 * first, so what is owed are the newest debits.
 *
 * @param ages one part for each {@link Age}, in its order
 */
public record AgedDebt(ProviderId provider, Money debt, List<Part> ages) {

  /** How long something has been owed. */
  public enum Age {
    UP_TO_30_DAYS(30),
    UP_TO_60_DAYS(60),
    UP_TO_90_DAYS(90),
    OVER_90_DAYS(Long.MAX_VALUE);

    private final long days;

    Age(long days) {
      this.days = days;
    }

    static Age of(Duration age) {
      return Arrays.stream(values())
          .filter(it -> age.toDays() <= it.days)
          .findFirst()
          .orElse(OVER_90_DAYS);
    }
  }

  public record Part(Age age, Money amount) {}

  /** What was debited to the provider, and when. */
  public record Debit(Money amount, Instant at) {}

  public AgedDebt {
    ages = List.copyOf(ages);
  }

  /**
   * Ages a debt.
   *
   * @param debits the newest first; together at least the debt
   */
  public static AgedDebt of(ProviderId provider, Money debt, List<Debit> debits, Instant now) {
    var parts = new ArrayList<Part>();
    var left = debt;
    for (var debit : debits) {
      var part = left.compareTo(debit.amount()) < 0 ? left : debit.amount();
      parts.add(new Part(Age.of(Duration.between(debit.at(), now)), part));
      left = left.minus(part);
    }
    var ages =
        Arrays.stream(Age.values())
            .map(
                age ->
                    new Part(
                        age,
                        parts.stream()
                            .filter(part -> part.age() == age)
                            .map(Part::amount)
                            .reduce(Money.zero(debt.currency()), Money::plus)))
            .toList();
    return new AgedDebt(provider, debt, ages);
  }
}
