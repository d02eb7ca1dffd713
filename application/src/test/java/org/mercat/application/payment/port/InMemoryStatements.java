package org.mercat.application.payment.port;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.AgedDebt.Debit;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** The ledger, read account by account; an entry is named by its place. */
public final class InMemoryStatements implements Statements {

  private static final String PROVIDER = "provider:";

  private final InMemoryLedger ledger;

  public InMemoryStatements(InMemoryLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Page<Line> lines(Account account, Period period, PageRequest page) {
    var found =
        all(account)
            .filter(line -> line.amount().currency().equals(period.currency()))
            .filter(line -> !line.at().isBefore(period.from()) && line.at().isBefore(period.to()))
            .filter(line -> page.after().filter(id -> line.id().compareTo(id) >= 0).isEmpty())
            .sorted(Comparator.comparing(Line::id).reversed())
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, Line::id);
  }

  @Override
  public Sums sums(Account account, Period period) {
    Predicate<Line> before = line -> line.at().isBefore(period.from());
    return new Sums(
        sum(account, period, before),
        sum(account, period, before.negate().and(line -> line.amount().isPositive())),
        sum(account, period, before.negate().and(line -> line.amount().isNegative())));
  }

  @Override
  public Page<Debtor> debtors(PageRequest page) {
    var found =
        ledger.entries().stream()
            .flatMap(entry -> entry.postings().stream().map(Posting::account))
            .filter(account -> account.name().startsWith(PROVIDER))
            .distinct()
            .flatMap(
                account ->
                    ledger.balances(account).stream()
                        .filter(Money::isPositive)
                        .map(debt -> debtor(providerOf(account), debt)))
            .filter(it -> page.after().filter(last -> place(it).compareTo(last) >= 0).isEmpty())
            .sorted(Comparator.comparing(InMemoryStatements::place).reversed())
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, InMemoryStatements::place);
  }

  /** Orders by the debt, and those that are equal somehow. */
  private static UUID place(Debtor debtor) {
    var name = debtor.provider().toString() + debtor.debt().currency();
    return new UUID(
        debtor.debt().minor(),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
  }

  private Debtor debtor(ProviderId provider, Money debt) {
    var debits = new ArrayList<Debit>();
    var left = debt;
    for (var line : all(Account.provider(provider)).toList().reversed()) {
      if (left.isPositive()
          && line.amount().isPositive()
          && line.amount().currency().equals(debt.currency())) {
        debits.add(new Debit(line.amount(), line.at()));
        left = left.minus(line.amount());
      }
    }
    return new Debtor(provider, debt, debits);
  }

  @Override
  public int writeOffs(ProviderId provider, Currency currency) {
    return (int)
        all(Account.provider(provider))
            .filter(line -> line.kind() == JournalEntry.Kind.WRITE_OFF)
            .filter(line -> line.amount().currency().equals(currency))
            .count();
  }

  private Money sum(Account account, Period period, Predicate<Line> which) {
    return all(account)
        .filter(line -> line.amount().currency().equals(period.currency()))
        .filter(line -> line.at().isBefore(period.to()))
        .filter(which)
        .map(Line::amount)
        .reduce(Money.zero(period.currency()), Money::plus);
  }

  private Stream<Line> all(Account account) {
    var entries = ledger.entries();
    return IntStream.range(0, entries.size())
        .boxed()
        .flatMap(
            place ->
                entries.get(place).postings().stream()
                    .filter(posting -> posting.account().equals(account))
                    .map(posting -> line(place, entries.get(place), posting.amount())));
  }

  private static Line line(int place, JournalEntry entry, Money amount) {
    return new Line(
        new UUID(0, place), entry.key(), entry.kind(), entry.subject(), amount, entry.at());
  }

  private static ProviderId providerOf(Account account) {
    return new ProviderId(UUID.fromString(account.name().substring(PROVIDER.length())));
  }
}
