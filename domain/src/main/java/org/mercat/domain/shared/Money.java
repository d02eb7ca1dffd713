package org.mercat.domain.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** An exact amount in the minor unit of its currency: 1250 CAD is twelve dollars fifty. */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other)), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other)), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  public Money times(long count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  public Money times(Rate rate, RoundingMode rounding) {
    var exact = BigDecimal.valueOf(minor).multiply(rate.asFraction());
    return new Money(exact.setScale(0, rounding).longValueExact(), currency);
  }

  /** This amount times {@code numerator / denominator}, rounded once. */
  public Money fraction(long numerator, long denominator, RoundingMode rounding) {
    var product = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(numerator));
    var exact = product.divide(BigDecimal.valueOf(denominator), 0, rounding);
    return new Money(exact.longValueExact(), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  /**
   * Splits the amount in proportion to the weights by the method of the largest remainder: every
   * part is rounded down, then the rest goes, one minor unit each, to the largest remainders, the
   * first of equals first. The parts always sum to the whole.
   *
   * @throws IllegalArgumentException if the amount or a weight is negative, or all weights are zero
   */
  public List<Money> allocate(List<Long> weights) {
    var total = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (isNegative() || total <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("cannot split " + this + " by " + weights);
    }
    var parts = new ArrayList<Long>();
    var remainders = new ArrayList<BigInteger>();
    for (var weight : weights) {
      var exact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(weight));
      var split = exact.divideAndRemainder(BigInteger.valueOf(total));
      parts.add(split[0].longValueExact());
      remainders.add(split[1]);
    }
    var rest = Math.toIntExact(minor - parts.stream().mapToLong(Long::longValue).sum());
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(rest)
        .forEach(largest -> parts.set(largest, parts.get(largest) + 1));
    return parts.stream().map(part -> new Money(part, currency)).toList();
  }

  /**
   * Orders amounts of one currency.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other));
  }

  private long sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return other.minor;
  }
}
