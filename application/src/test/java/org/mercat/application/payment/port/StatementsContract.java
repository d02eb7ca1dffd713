package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.SamplePayments.cad;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.Statements.Debtor;
import org.mercat.application.payment.port.Statements.Line;
import org.mercat.application.payment.port.Statements.Period;
import org.mercat.application.payment.port.Statements.Sums;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.AgedDebt.Debit;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link Statements} promises. */
public interface StatementsContract {

  Instant FIRST = Instant.parse("2026-11-01T12:00:00Z");

  Statements statements();

  Ledger ledger();

  UnitOfWork unitOfWork();

  /** A provider that the adapter knows and for which nothing was posted. */
  ProviderId provider();

  @Test
  default void a_time_has_the_lines_in_it_the_newest_first_and_their_sums() {
    var provider = provider();
    post(provider, 1, -1_000);
    post(provider, 2, -500);
    post(provider, 3, 700);
    post(provider, 4, -100);
    var account = Account.provider(provider);
    var period = new Period(cad(0).currency(), day(2), day(4));

    var first = lines(account, period, new PageRequest(1, Optional.empty()));
    assertThat(first.items()).extracting(Line::amount).containsExactly(cad(700));
    assertThat(first.items().getFirst().about()).isEqualTo(PayeeEvent.subject(provider));
    assertThat(first.items().getFirst().kind()).isEqualTo(Kind.WRITE_OFF);
    var second = lines(account, period, new PageRequest(1, first.next()));
    assertThat(second.items()).extracting(Line::amount).containsExactly(cad(-500));
    assertThat(second.next()).isEmpty();

    var sums = unitOfWork().run(() -> statements().sums(account, period));
    assertThat(sums).isEqualTo(new Sums(cad(-1_000), cad(700), cad(-500)));
    assertThat(sums.closing()).isEqualTo(cad(-800));
  }

  @Test
  default void a_provider_without_postings_has_an_empty_statement() {
    var account = Account.provider(provider());
    var period = new Period(cad(0).currency(), day(1), day(2));

    assertThat(lines(account, period, new PageRequest(20, Optional.empty())).items()).isEmpty();
    assertThat(unitOfWork().run(() -> statements().sums(account, period)).closing())
        .isEqualTo(cad(0));
  }

  @Test
  default void who_owes_something_is_found_with_the_newest_debits_that_make_it_up() {
    var provider = provider();
    var even = provider();
    post(even, 1, 500);
    post(even, 2, -500);
    post(provider, 1, 1_000);
    post(provider, 2, -1_200);
    post(provider, 3, 300);
    post(provider, 4, 400);

    assertThat(debtors(100))
        .contains(
            new Debtor(
                provider,
                cad(500),
                List.of(new Debit(cad(400), day(4)), new Debit(cad(300), day(3)))))
        .extracting(Debtor::provider)
        .doesNotContain(even);
  }

  @Test
  default void who_owes_most_comes_first_and_nobody_twice_or_never() {
    var owing = List.of(provider(), provider(), provider(), provider(), provider());
    post(owing.get(0), 1, 700_000);
    post(owing.get(1), 1, 900_000);
    post(owing.get(2), 1, 700_000);
    post(owing.get(3), 1, 700_000);
    post(owing.get(4), 1, 800_000);

    var one = debtors(1).stream().filter(it -> owing.contains(it.provider())).toList();

    assertThat(one).extracting(Debtor::debt).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(one).extracting(Debtor::provider).containsExactlyInAnyOrderElementsOf(owing);
    assertThat(debtors(2)).isEqualTo(debtors(1)).isEqualTo(debtors(100));
  }

  /** All of them, so many at a time. */
  private List<Debtor> debtors(int limit) {
    var all = new ArrayList<Debtor>();
    var next = Optional.<UUID>empty();
    do {
      var request = new PageRequest(limit, next);
      var page = unitOfWork().run(() -> statements().debtors(request));
      all.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return all;
  }

  @Test
  default void write_offs_are_counted_by_provider_and_currency() {
    var provider = provider();
    assertThat(writeOffs(provider, "CAD")).isZero();

    post(provider, 1, -1_000);
    post(provider, 2, -500);

    assertThat(writeOffs(provider, "CAD")).isEqualTo(2);
    assertThat(writeOffs(provider, "EUR")).isZero();
    assertThat(writeOffs(provider(), "CAD")).isZero();
  }

  private int writeOffs(ProviderId provider, String currency) {
    return unitOfWork().run(() -> statements().writeOffs(provider, Currency.getInstance(currency)));
  }

  private Page<Line> lines(Account account, Period period, PageRequest page) {
    return unitOfWork().run(() -> statements().lines(account, period, page));
  }

  private void post(ProviderId provider, int day, long debit) {
    var entry =
        new JournalEntry(
            "test:" + provider.value() + ":" + day,
            Kind.WRITE_OFF,
            PayeeEvent.subject(provider),
            List.of(
                new Posting(Account.provider(provider), cad(debit)),
                new Posting(Account.BAD_DEBT, cad(-debit))),
            day(day));
    assertThat(
            unitOfWork()
                .run(
                    () -> {
                      ledger().post(entry);
                      return entry;
                    }))
        .isNotNull();
  }

  private static Instant day(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }
}
