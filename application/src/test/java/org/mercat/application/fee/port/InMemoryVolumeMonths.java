package org.mercat.application.fee.port;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.fee.VolumeMonthId;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Zone;

/** What is closed, beside the payments and the books. */
public final class InMemoryVolumeMonths implements VolumeMonths, Store {

  private final InMemoryPayments payments;
  private final Ledger ledger;
  private final Function<ProviderId, ZoneId> calendars;
  private List<VolumeMonth> closed = new ArrayList<>();

  public InMemoryVolumeMonths(
      InMemoryPayments payments, Ledger ledger, Function<ProviderId, ZoneId> calendars) {
    this.payments = payments;
    this.ledger = ledger;
    this.calendars = calendars;
  }

  @Override
  public Runnable snapshot() {
    var copy = new ArrayList<>(closed);
    return () -> closed = copy;
  }

  @Override
  public VolumeMonthId nextId() {
    return new VolumeMonthId(TimeOrderedIds.next());
  }

  List<VolumeMonth> of(ProviderId seller) {
    return closed.stream().filter(month -> month.seller().equals(seller)).toList();
  }

  @Override
  public List<ZoneId> zones() {
    return sellers().map(calendars).distinct().toList();
  }

  @Override
  public List<Open> open(Zone zone, YearMonth last, int most) {
    return sellers()
        .filter(seller -> calendars.apply(seller).equals(zone.id()))
        .flatMap(seller -> next(seller, zone).map(next -> new Open(seller, next)).stream())
        .filter(open -> !open.next().isAfter(last))
        .limit(most)
        .toList();
  }

  private Optional<YearMonth> next(ProviderId seller, Zone zone) {
    return of(seller).stream()
        .map(month -> month.month().plusMonths(1))
        .max(Comparator.naturalOrder())
        .or(
            () ->
                payments(seller)
                    .flatMap(payment -> released(payment).stream())
                    .min(Comparator.naturalOrder())
                    .map(at -> YearMonth.from(zone.dayOf(at))));
  }

  @Override
  public List<Sold> sold(ProviderId seller, Instant from, Instant until) {
    var byCurrency = new TreeMap<String, List<Money>>();
    of(seller).forEach(month -> byCurrency.put(code(month.sales().currency()), List.of()));
    byCurrency.putAll(
        payments(seller)
            .filter(payment -> released(payment).filter(at -> !at.isBefore(from)).isPresent())
            .filter(payment -> released(payment).filter(until::isAfter).isPresent())
            .map(InMemoryVolumeMonths::kept)
            .collect(groupingBy(kept -> code(kept.currency()), Collectors.toList())));
    return byCurrency.entrySet().stream()
        .map(
            each ->
                new Sold(
                    each.getValue().stream().reduce(Money.of(0, each.getKey()), Money::plus),
                    each.getValue().stream().filter(Money::isPositive).count()))
        .toList();
  }

  private static String code(Currency currency) {
    return currency.getCurrencyCode();
  }

  private static Money kept(Payment payment) {
    return payment
        .charge()
        .service()
        .minus(payment.refunded().service())
        .minus(payment.owed().service());
  }

  private Optional<Instant> released(Payment payment) {
    return ledger.linesOf(payment.charge().booking()).stream()
        .filter(line -> line.kind() == Kind.RELEASE)
        .map(PostedLine::at)
        .findFirst();
  }

  private Stream<ProviderId> sellers() {
    return payments.all().stream().map(payment -> payment.charge().provider()).distinct();
  }

  private Stream<Payment> payments(ProviderId seller) {
    return payments.all().stream().filter(payment -> payment.charge().provider().equals(seller));
  }

  @Override
  public void close(VolumeMonth month) {
    if (closed.stream().noneMatch(other -> isOfTheSame(other, month))) {
      closed.add(month);
    }
  }

  private static boolean isOfTheSame(VolumeMonth one, VolumeMonth other) {
    return one.seller().equals(other.seller())
        && one.month().equals(other.month())
        && one.sales().currency().equals(other.sales().currency());
  }

  @Override
  public Page<VolumeMonth> page(Selection selection, PageRequest request) {
    var found =
        new ArrayList<>(closed)
            .reversed().stream()
                .dropWhile(
                    month ->
                        request.after().filter(it -> !it.equals(month.id().value())).isPresent())
                .skip(request.after().isPresent() ? 1 : 0)
                .filter(month -> selection.seller().map(month.seller()::equals).orElse(true))
                .filter(month -> selection.month().map(month.month()::equals).orElse(true))
                .limit(request.limit() + 1L)
                .toList();
    return Page.of(found, request, month -> month.id().value());
  }
}
