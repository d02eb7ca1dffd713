package org.mercat.domain.payment;

import java.util.List;
import java.util.stream.IntStream;
import org.mercat.domain.shared.Money;

/**
 * A part of a charge, by its lines.
 *
 * @param taxes line for line those of the charge
 */
public record Split(Money service, List<Money> taxes, Money tip) {

  public Split {
    taxes = List.copyOf(taxes);
  }

  public Money tax() {
    return taxes.stream().reduce(Money.zero(service.currency()), Money::plus);
  }

  public Money total() {
    return service.plus(tax()).plus(tip);
  }

  public boolean isNothing() {
    return service.isZero() && tip.isZero() && taxes.stream().allMatch(Money::isZero);
  }

  public Split plus(Split other) {
    return new Split(
        service.plus(other.service),
        IntStream.range(0, taxes.size())
            .mapToObj(line -> taxes.get(line).plus(other.taxes.get(line)))
            .toList(),
        tip.plus(other.tip));
  }

  /** Line for line the larger of the two. */
  Split atLeast(Split other) {
    return new Split(
        larger(service, other.service),
        IntStream.range(0, taxes.size())
            .mapToObj(line -> larger(taxes.get(line), other.taxes.get(line)))
            .toList(),
        larger(tip, other.tip));
  }

  static Money larger(Money one, Money other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  static Money smaller(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  public Split minus(Split other) {
    return plus(other.negated());
  }

  private Split negated() {
    return new Split(service.negated(), taxes.stream().map(Money::negated).toList(), tip.negated());
  }
}
