package org.mercat.domain.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mercat.domain.shared.Money;

/**
 * A part of a charge, by its lines.
 *
 * @param taxes line for line those of the service
 * @param customerFee what is paid to the platform on top
 * @param customerFeeTaxes line for line those of that fee
 */
public record Split(
    Money service, List<Money> taxes, Money tip, Money customerFee, List<Money> customerFeeTaxes) {

  public Split {
    taxes = List.copyOf(taxes);
    customerFeeTaxes = List.copyOf(customerFeeTaxes);
  }

  /** A part of a charge with nothing on top. */
  public Split(Money service, List<Money> taxes, Money tip) {
    this(service, taxes, tip, Money.zero(service.currency()), List.of());
  }

  /** On the service. */
  public Money tax() {
    return sum(taxes);
  }

  public Money customerFeeTax() {
    return sum(customerFeeTaxes);
  }

  /** What is the platform's of it, with the tax that it owes. */
  public Money onTop() {
    return customerFee.plus(customerFeeTax());
  }

  /** The taxes on the service, then those on the customer fee. */
  public List<Money> allTaxes() {
    return Stream.concat(taxes.stream(), customerFeeTaxes.stream()).toList();
  }

  public Money total() {
    return service.plus(tax()).plus(tip).plus(onTop());
  }

  public boolean isNothing() {
    return Stream.concat(Stream.of(service, tip, customerFee), allTaxes().stream())
        .allMatch(Money::isZero);
  }

  public Split plus(Split other) {
    return with(other, Money::plus);
  }

  /** Its first part: of the service, then the tip, the taxes, the customer fee and its taxes. */
  Split first(Money amount) {
    var left = amount;
    var filled = new ArrayList<Money>();
    for (var line : Stream.concat(Stream.of(service, tip), lines()).toList()) {
      var taken = smaller(left, line);
      filled.add(taken);
      left = left.minus(taken);
    }
    var fee = 2 + taxes.size();
    return new Split(
        filled.get(0),
        filled.subList(2, fee),
        filled.get(1),
        filled.get(fee),
        filled.subList(fee + 1, filled.size()));
  }

  private Stream<Money> lines() {
    return Stream.of(taxes.stream(), Stream.of(customerFee), customerFeeTaxes.stream())
        .flatMap(Function.identity());
  }

  /** Line for line the larger of the two. */
  Split atLeast(Split other) {
    return with(other, Split::larger);
  }

  static Money larger(Money one, Money other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  static Money smaller(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  public Split minus(Split other) {
    return with(other, Money::minus);
  }

  private Split with(Split other, BinaryOperator<Money> both) {
    return new Split(
        both.apply(service, other.service),
        lines(taxes, other.taxes, both),
        both.apply(tip, other.tip),
        both.apply(customerFee, other.customerFee),
        lines(customerFeeTaxes, other.customerFeeTaxes, both));
  }

  private static List<Money> lines(List<Money> one, List<Money> other, BinaryOperator<Money> both) {
    return IntStream.range(0, one.size())
        .mapToObj(line -> both.apply(one.get(line), other.get(line)))
        .toList();
  }

  private Money sum(List<Money> lines) {
    return lines.stream().reduce(Money.zero(service.currency()), Money::plus);
  }
}
