package org.mercat.application.tax.port;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.Year;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxLine;

/** The payments, their bookings and the books, in the words of taxes. */
public final class InMemoryTaxSums implements TaxSums {

  private static final Currency CANADIAN = Currency.getInstance("CAD");

  private final Bookings bookings;
  private final InMemoryPayments payments;
  private final Ledger ledger;
  private final ZoneBook zones;

  public InMemoryTaxSums(
      Bookings bookings, InMemoryPayments payments, Ledger ledger, ZoneBook zones) {
    this.bookings = bookings;
    this.payments = payments;
    this.ledger = ledger;
    this.zones = zones;
  }

  private record Key(Jurisdiction place, TaxComponent component, Rate rate, Currency currency) {}

  @Override
  public List<Sum> ofClient(UserId client, Year year) {
    return of(charge -> charge.client().equals(client), year, InMemoryTaxSums::paid);
  }

  @Override
  public List<Sum> ofProvider(ProviderId provider, Year year) {
    return of(charge -> charge.provider().equals(provider), year, InMemoryTaxSums::collected);
  }

  @Override
  public Money sold(ProviderId provider, Instant from, Instant to) {
    return payments.all().stream()
        .filter(payment -> payment.charge().provider().equals(provider))
        .filter(payment -> payment.charge().service().currency().equals(CANADIAN))
        .filter(payment -> taken(payment).stream().anyMatch(at -> !at.isBefore(from)))
        .filter(payment -> taken(payment).stream().anyMatch(to::isAfter))
        .map(payment -> payment.charge().service().minus(payment.refunded().service()))
        .reduce(Money.zero(CANADIAN), Money::plus);
  }

  private List<Sum> of(
      Predicate<Charge> whose, Year year, Function<Payment, Stream<Refunded>> taxes) {
    return payments.all().stream()
        .filter(payment -> whose.test(payment.charge()) && isOf(year, payment))
        .flatMap(payment -> taxes.apply(payment).map(line -> line.at(place(payment))))
        .collect(groupingBy(InMemoryTaxSums::key, collectingAndThen(toList(), this::sum)))
        .values()
        .stream()
        .sorted(
            Comparator.comparing((Sum sum) -> sum.place().country())
                .thenComparing(sum -> sum.place().subdivision())
                .thenComparing(Sum::component)
                .thenComparingLong(sum -> sum.rate().partsPerMillion()))
        .toList();
  }

  private boolean isOf(Year year, Payment payment) {
    return taken(payment).stream()
        .anyMatch(at -> zones.zone(place(payment).zone()).dayOf(at).getYear() == year.getValue());
  }

  private Optional<Instant> taken(Payment payment) {
    return ledger.linesOf(payment.charge().booking()).stream()
        .filter(line -> line.kind() == Kind.CAPTURE)
        .map(PostedLine::at)
        .findFirst();
  }

  private Jurisdiction place(Payment payment) {
    return bookings.find(payment.charge().booking()).orElseThrow().terms().place();
  }

  /** A line and what of it has gone back. */
  private record Refunded(TaxLine line, Money back) {
    Sum at(Jurisdiction place) {
      return new Sum(place, line.component(), line.rate(), line.base(), line.amount(), back);
    }
  }

  /** What a client has paid, also on what is the platform's. */
  private static Stream<Refunded> paid(Payment payment) {
    return lines(payment.charge().allTaxes(), payment.refunded().allTaxes());
  }

  private static Stream<Refunded> collected(Payment payment) {
    return lines(payment.charge().taxes(), payment.refunded().taxes());
  }

  private static Stream<Refunded> lines(List<TaxLine> taxes, List<Money> back) {
    return IntStream.range(0, taxes.size())
        .mapToObj(index -> new Refunded(taxes.get(index), back.get(index)));
  }

  private static Key key(Sum line) {
    return new Key(line.place(), line.component(), line.rate(), line.base().currency());
  }

  private Sum sum(List<Sum> lines) {
    return lines.stream()
        .reduce(
            (one, other) ->
                new Sum(
                    one.place(),
                    one.component(),
                    one.rate(),
                    one.base().plus(other.base()),
                    one.charged().plus(other.charged()),
                    one.refunded().plus(other.refunded())))
        .orElseThrow();
  }
}
