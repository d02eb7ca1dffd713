package org.mercat.application.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers.Addition;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.tax.QuoteTax.By;
import org.mercat.application.tax.QuoteTax.Outcome;
import org.mercat.application.tax.port.InMemoryRecordedRules;
import org.mercat.application.tax.port.InMemoryTaxedSellers;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Levy;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.RecordedRule.Change;
import org.mercat.domain.tax.RecordedRule.Transition;
import org.mercat.domain.tax.SupplyKind;
import org.mercat.domain.tax.TaxCollector;
import org.mercat.domain.tax.TaxLine;
import org.mercat.domain.tax.TaxQuote;
import org.mercat.domain.tax.Validity;

class QuoteTaxTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final By REGISTERED = new By.Anybody(in("AB"), true);
  private static final By SMALL = new By.Anybody(in("ON"), false);

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryRecordedRules rules = InMemoryRecordedRules.ofCanada();
  private final InMemoryProviders providers = new InMemoryProviders();
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(rules, providers);
  private final QuoteTax quoteTax = quoteTax(true);

  /** work is taxed where it is done, goods where they go. */
  @ParameterizedTest
  @CsvSource({
    "ON_SITE_SERVICE, 6000, BC, 6300", "GOODS, 8000, BC, 8960", "GOODS, 8000, AB, 8400",
    "GOODS, 8000, SK, 8880", "GOODS, 8000, MB, 8960", "GOODS, 8000, NL, 9200",
    "GOODS, 8000, NS, 9120"
  })
  void a_registered_seller_collects_what_is_levied_at_the_place_of_supply(
      SupplyKind kind, long price, String province, long total) {
    assertThat(quoted(to(province, kind, price, REGISTERED)).total()).isEqualTo(cad(total));
  }

  /** with goods the platform stands in for who is not registered. */
  @Test
  void a_small_supplier_collects_nothing() {
    var service = quoted(to("ON", SupplyKind.ON_SITE_SERVICE, 5_000, SMALL));
    assertThat(service.total()).isEqualTo(cad(5_000));
    assertThat(service.collector()).isEmpty();

    var goods = quoted(to("ON", SupplyKind.GOODS, 5_000, SMALL));
    assertThat(goods.total()).isEqualTo(cad(5_650));
    assertThat(goods.collector()).contains(TaxCollector.PLATFORM);

    var alone = quoteTax(false).handle(to("ON", SupplyKind.GOODS, 5_000, SMALL));
    assertThat(((Outcome.Quoted) alone).quote().total()).isEqualTo(cad(5_000));
  }

  @Test
  void a_provider_is_where_it_is_and_registered_or_not() {
    var registered = provider(SampleProviders.profile("Paws"));
    var small = provider(SampleProviders.bareProfile("Bare Bones"));

    assertThat(quoted(by(new By.Provider(registered))).total()).isEqualTo(cad(11_300));
    assertThat(quoted(by(new By.Provider(small))).total()).isEqualTo(cad(10_000));
    assertThat(quoteTax.handle(by(new By.Provider(providers.nextId()))))
        .isEqualTo(new Outcome.UnknownProvider());
  }

  /** N-06: on both sides of a change, the day decides, and what was known on it. */
  @ParameterizedTest
  @CsvSource({
    "2025-04-01T02:59:59Z, ca-ns-hst-2010-07-01, 1500",
    "2025-04-01T03:00:00Z, ca-ns-hst-2025-04-01, 1400"
  })
  void a_quote_as_of_a_time_is_of_the_day_of_that_time(Instant asOf, String rule, long tax) {
    var quote = quoted(novaScotia(Optional.empty(), Optional.of(asOf)));

    assertThat(quote.lines()).extracting(TaxLine::rule).containsExactly(rule);
    assertThat(quote.tax()).isEqualTo(cad(tax));
  }

  @Test
  void what_has_been_recorded_since_was_not_known_then() {
    var newYear = LocalDate.parse("2027-01-01");
    var change =
        new Change(Validity.since(newYear), Optional.of(Levy.of(Rate.percent(12))), "a gazette");
    var before = quoted(novaScotia(Optional.of(newYear), Optional.empty()));
    supersede("ca-ns-hst-2025-04-01", change);
    var after = quoted(novaScotia(Optional.of(newYear), Optional.empty()));
    var then = quoted(novaScotia(Optional.of(newYear), Optional.of(NOW.minusMillis(1))));
    var eve = quoted(novaScotia(Optional.of(newYear.minusDays(1)), Optional.empty()));

    assertThat(before.tax()).isEqualTo(cad(1_400));
    assertThat(after.tax()).isEqualTo(cad(1_200));
    assertThat(then).isEqualTo(before);
    assertThat(eve.tax()).isEqualTo(cad(1_400));
  }

  @Test
  void a_day_to_which_no_rule_reaches_back_cannot_be_quoted() {
    var day = LocalDate.parse("2007-12-31");

    assertThat(quoteTax.handle(novaScotia(Optional.of(day), Optional.empty())))
        .isEqualTo(new Outcome.NoRule(in("NS"), day));
  }

  @Test
  void the_rules_of_the_lines_come_with_them() {
    var quoted = (Outcome.Quoted) quoteTax.handle(to("BC", SupplyKind.GOODS, 8_000, REGISTERED));

    assertThat(quoted.known()).isEqualTo(NOW);
    assertThat(quoted.quote().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(quoted.rules().find(line.rule())).isPresent());
  }

  private void supersede(String name, Change change) {
    var rule =
        rules.ofPlace(in("NS"), NOW).stream()
            .filter(it -> it.rule().id().equals(name))
            .findFirst()
            .orElseThrow();
    var done = (Transition.Done) rule.supersede(change, rules::nextId, NOW);
    var by =
        unitOfWork.run(
            () -> {
              rules.supersede(done.superseded(), done.by());
              return done.by();
            });
    assertThat(by).extracting(RecordedRule::rule).hasSize(2);
  }

  private static QuoteTax.Query novaScotia(Optional<LocalDate> day, Optional<Instant> asOf) {
    return new QuoteTax.Query(
        cad(10_000),
        SupplyKind.ON_SITE_SERVICE,
        Optional.empty(),
        REGISTERED,
        Optional.empty(),
        Optional.of(in("NS")),
        Optional.empty(),
        day,
        asOf);
  }

  private static QuoteTax.Query to(String province, SupplyKind kind, long price, By by) {
    var place = Optional.of(in(province));
    return new QuoteTax.Query(
        cad(price),
        kind,
        Optional.empty(),
        by,
        place,
        place,
        place,
        Optional.empty(),
        Optional.empty());
  }

  private static QuoteTax.Query by(By by) {
    return new QuoteTax.Query(
        cad(10_000),
        SupplyKind.ON_SITE_SERVICE,
        Optional.empty(),
        by,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private TaxQuote quoted(QuoteTax.Query query) {
    return ((Outcome.Quoted) quoteTax.handle(query)).quote();
  }

  private QuoteTax quoteTax(boolean platformStandsIn) {
    var sellers = new InMemoryTaxedSellers(providers);
    return new QuoteTax(
        rules, sellers, new InMemoryZoneBook(), unitOfWork, clock, platformStandsIn);
  }

  private ProviderId provider(Profile profile) {
    var provider =
        SampleProviders.registered(providers.nextId(), SampleProviders.anybody(), profile);
    assertThat(unitOfWork.run(() -> providers.add(provider))).isEqualTo(Addition.ADDED);
    return provider.id();
  }

  private static Jurisdiction in(String province) {
    return new Jurisdiction("CA", province);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
