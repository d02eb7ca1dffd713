package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.geo.Subdivision;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

class TaxRulesTest {

  private static final TaxRules CANADA = TaxRules.canada();
  private static final Set<Supply> EVERYTHING = Set.of(Supply.values());
  private static final LocalDate NEW_YEAR = LocalDate.parse("2020-01-01");
  private static final List<Long> PRICES =
      LongStream.of(
              1,
              9,
              10,
              30,
              33,
              50,
              99,
              100,
              333,
              999,
              1_250,
              3_195,
              5_000,
              7_500,
              8_000,
              13_500,
              15_230,
              99_999,
              1_234_567,
              999_999_999)
          .boxed()
          .toList();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          AB, 2013-07-01, GST 0.05
          AB, 2017-03-23, GST 0.05
          AB, 2025-03-31, GST 0.05
          AB, 2026-11-15, GST 0.05
          BC, 2013-07-01, GST 0.05 PST 0.07
          BC, 2017-03-23, GST 0.05 PST 0.07
          BC, 2025-03-31, GST 0.05 PST 0.07
          BC, 2026-11-15, GST 0.05 PST 0.07
          MB, 2013-07-01, GST 0.05 PST 0.08
          MB, 2017-03-23, GST 0.05 PST 0.08
          MB, 2025-03-31, GST 0.05 PST 0.07
          MB, 2026-11-15, GST 0.05 PST 0.07
          NB, 2013-07-01, HST 0.13
          NB, 2017-03-23, HST 0.15
          NB, 2025-03-31, HST 0.15
          NB, 2026-11-15, HST 0.15
          NL, 2013-07-01, HST 0.13
          NL, 2017-03-23, HST 0.15
          NL, 2025-03-31, HST 0.15
          NL, 2026-11-15, HST 0.15
          NS, 2013-07-01, HST 0.15
          NS, 2017-03-23, HST 0.15
          NS, 2025-03-31, HST 0.15
          NS, 2026-11-15, HST 0.14
          NT, 2013-07-01, GST 0.05
          NT, 2017-03-23, GST 0.05
          NT, 2025-03-31, GST 0.05
          NT, 2026-11-15, GST 0.05
          NU, 2013-07-01, GST 0.05
          NU, 2017-03-23, GST 0.05
          NU, 2025-03-31, GST 0.05
          NU, 2026-11-15, GST 0.05
          ON, 2013-07-01, HST 0.13
          ON, 2017-03-23, HST 0.13
          ON, 2025-03-31, HST 0.13
          ON, 2026-11-15, HST 0.13
          PE, 2013-07-01, HST 0.14
          PE, 2017-03-23, HST 0.15
          PE, 2025-03-31, HST 0.15
          PE, 2026-11-15, HST 0.15
          QC, 2013-07-01, GST 0.05 QST 0.09975
          QC, 2017-03-23, GST 0.05 QST 0.09975
          QC, 2025-03-31, GST 0.05 QST 0.09975
          QC, 2026-11-15, GST 0.05 QST 0.09975
          SK, 2013-07-01, GST 0.05 PST 0.05
          SK, 2017-03-23, GST 0.05 PST 0.06
          SK, 2025-03-31, GST 0.05 PST 0.06
          SK, 2026-11-15, GST 0.05 PST 0.06
          YT, 2013-07-01, GST 0.05
          YT, 2017-03-23, GST 0.05
          YT, 2025-03-31, GST 0.05
          YT, 2026-11-15, GST 0.05
          """)
  void taxes_every_price_everywhere_as_the_golden_table_says(
      String province, LocalDate day, String taxes) {
    for (var price : PRICES) {
      assertThat(taxes(province, Supply.GOODS, day, price))
          .containsExactlyElementsOf(expected(taxes, price).toList());
      assertThat(taxes(province, Supply.SERVICE, day, price))
          .containsExactlyElementsOf(
              expected(taxes, price).filter(line -> !line.startsWith("PST")).toList());
    }
  }

  private static List<String> taxes(String province, Supply supply, LocalDate day, long price) {
    return Tax.on(cad(price), CANADA.rates(in(province), supply, day)).stream()
        .map(line -> line.component() + " " + line.amount().minor())
        .toList();
  }

  private static Stream<String> expected(String taxes, long price) {
    return Arrays.stream(taxes.split("(?<=\\d) "))
        .map(tax -> tax.split(" "))
        .map(
            tax ->
                tax[0]
                    + " "
                    + new BigDecimal(tax[1])
                        .multiply(BigDecimal.valueOf(price))
                        .setScale(0, RoundingMode.HALF_UP));
  }

  @ParameterizedTest
  @CsvSource({
    "NS, HST, 2025-03-31, 150000, 2025-04-01, 140000",
    "NS, HST, 2010-06-30, 130000, 2010-07-01, 150000",
    "NB, HST, 2016-06-30, 130000, 2016-07-01, 150000",
    "NL, HST, 2016-06-30, 130000, 2016-07-01, 150000",
    "PE, HST, 2016-09-30, 140000, 2016-10-01, 150000",
    "MB, PST, 2019-06-30, 80000, 2019-07-01, 70000",
    "SK, PST, 2017-03-22, 50000, 2017-03-23, 60000",
    "MB, PST, 2020-06-30, 70000, 2020-07-01, 70000",
    "BC, PST, 2026-09-30, 70000, 2026-10-01, 70000"
  })
  void changes_rates_on_the_day_of_the_law(
      String province,
      TaxComponent component,
      LocalDate before,
      long rateBefore,
      LocalDate after,
      long rateAfter) {
    assertThat(rate(province, component, before)).isEqualTo(new Rate(rateBefore));
    assertThat(rate(province, component, after)).isEqualTo(new Rate(rateAfter));
  }

  private static Rate rate(String province, TaxComponent component, LocalDate day) {
    return CANADA.rates(in(province), Supply.GOODS, day).stream()
        .filter(rate -> rate.component() == component)
        .map(TaxRate::rate)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void british_columbia_went_back_from_one_tax_to_two() {
    assertThat(CANADA.rates(in("BC"), Supply.GOODS, LocalDate.parse("2013-03-31")))
        .extracting(TaxRate::component)
        .containsExactly(TaxComponent.HST);
    assertThat(CANADA.rates(in("BC"), Supply.GOODS, LocalDate.parse("2013-04-01")))
        .extracting(TaxRate::component)
        .containsExactly(TaxComponent.GST, TaxComponent.PST);
  }

  @Test
  void every_rate_names_its_rule_and_the_rule_its_source() {
    for (var subdivision : Subdivisions.ofCanada()) {
      var place = new Jurisdiction(subdivision.country(), subdivision.code());
      assertThat(CANADA.rates(place, Supply.GOODS, LocalDate.parse("2026-11-15")))
          .isNotEmpty()
          .allSatisfy(
              rate -> {
                var rule = CANADA.find(rate.rule()).orElseThrow();
                assertThat(rule.place()).isEqualTo(place);
                assertThat(rule.component()).isEqualTo(rate.component());
                assertThat(rule.levy()).isEqualTo(Levy.of(rate.rate()));
                assertThat(rule.source()).contains("/");
              });
    }
    assertThat(CANADA.find("ca-ns-hst-2025-04-01").orElseThrow().source()).contains("SOR/2025-77");
    assertThat(CANADA.find("ca-ns-hst-2026-04-01")).isEmpty();
  }

  @Test
  void covers_every_province_and_territory_without_a_gap_from_its_first_rule_on() {
    for (var code : Subdivisions.ofCanada().stream().map(Subdivision::code).toList()) {
      var covered =
          LocalDate.parse("2013-07-01")
              .datesUntil(LocalDate.parse("2030-01-01"))
              .allMatch(day -> CANADA.cover(in(code), day));
      assertThat(covered).as(code).isTrue();
    }
  }

  @Test
  void says_so_when_no_rule_is_known() {
    var justBefore = LocalDate.parse("2010-06-30");
    var newYork = new Jurisdiction("US", "NY");

    assertThat(CANADA.cover(in("ON"), justBefore)).isFalse();
    assertThat(CANADA.cover(newYork, NEW_YEAR)).isFalse();
    assertThatExceptionOfType(NoTaxRule.class)
        .isThrownBy(() -> ignore(CANADA.rates(in("ON"), Supply.SERVICE, justBefore)))
        .withMessageContaining("CA-ON");
    assertThatExceptionOfType(NoTaxRule.class)
        .isThrownBy(() -> ignore(CANADA.rates(newYork, Supply.SERVICE, NEW_YEAR)));
  }

  @Test
  void rules_that_follow_each_other_or_tax_different_things_stand_together() {
    var goods = rule("a", TaxComponent.PST, Set.of(Supply.GOODS), "2020-01-01", "2021-01-01");
    var next = rule("b", TaxComponent.PST, Set.of(Supply.GOODS), "2021-01-01", "");
    var services = rule("c", TaxComponent.PST, Set.of(Supply.SERVICE), "2020-01-01", "");
    var federal = rule("d", TaxComponent.GST, EVERYTHING, "2020-01-01", "");
    var rules = TaxRules.of(List.of(next, goods, services, federal));

    assertThat(rules.rates(in("ON"), Supply.GOODS, NEW_YEAR))
        .extracting(TaxRate::rule)
        .containsExactly("d", "a");
    assertThat(rules.rates(in("ON"), Supply.GOODS, NEW_YEAR.plusYears(1)))
        .extracting(TaxRate::rule)
        .containsExactly("d", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "b, GST, 2020-06-01, ''",
    "b, GST, 2019-01-01, ''",
    "b, GST, 2019-01-01, 2020-01-02",
    "b, GST, 2020-12-31, 2021-06-01",
    "b, HST, 2020-06-01, ''",
    "a, PST, 2020-06-01, ''"
  })
  void refuses_rules_that_tax_the_same_thing_twice(
      String id, TaxComponent component, String from, String to) {
    var first = rule("a", TaxComponent.GST, EVERYTHING, "2020-01-01", "2021-01-01");
    var second = rule(id, component, Set.of(Supply.GOODS), from, to);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ignore(TaxRules.of(List.of(first, second))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ignore(TaxRules.of(List.of(second, first))));
  }

  @Test
  void a_rule_for_a_category_goes_before_one_for_all() {
    var meals = Optional.of(new TaxCategory("meals"));
    var general = rule("gst", TaxComponent.GST, EVERYTHING, "2020-01-01", "");
    var free =
        rule("free", TaxComponent.GST, inCategory(meals), Rate.ZERO, "2020-01-01", "2020-02-01");
    var rules = TaxRules.of(List.of(general, free));

    assertThat(rules.rates(in("ON"), Supply.GOODS, meals, NEW_YEAR))
        .extracting(TaxRate::rule)
        .containsExactly("free");
    assertThat(rules.rates(in("ON"), Supply.GOODS, meals, NEW_YEAR.plusMonths(1)))
        .extracting(TaxRate::rule)
        .containsExactly("gst");
    assertThat(rules.rates(in("ON"), Supply.GOODS, NEW_YEAR))
        .extracting(TaxRate::rule)
        .containsExactly("gst");
  }

  @Test
  void another_tax_on_a_category_goes_before_the_tax_that_has_all_others_in_it() {
    var insurance = Optional.of(new TaxCategory("insurance"));
    var harmonized = rule("hst", TaxComponent.HST, EVERYTHING, "2020-01-01", "");
    var premium =
        rule("rst", TaxComponent.PST, inCategory(insurance), Rate.percent(8), "2020-01-01", "");
    var rules = TaxRules.of(List.of(harmonized, premium));

    assertThat(rules.rates(in("ON"), Supply.SERVICE, insurance, NEW_YEAR))
        .extracting(TaxRate::rule)
        .containsExactly("rst");
  }

  @Test
  void where_a_tax_is_not_levied_any_more_there_is_none() {
    var ended = rule("gst", TaxComponent.GST, EVERYTHING, "2020-01-01", "2021-01-01");

    assertThat(TaxRules.of(List.of(ended)).rates(in("ON"), Supply.GOODS, NEW_YEAR.plusYears(1)))
        .isEmpty();
  }

  private static TaxScope inCategory(Optional<TaxCategory> category) {
    return new TaxScope(EVERYTHING, category);
  }

  @Test
  void a_rule_applies_to_something_on_some_day() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule("a", TaxComponent.GST, EVERYTHING, "2020-01-01", "2020-01-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule("a", TaxComponent.GST, Set.of(), "2020-01-01", ""));
  }

  private static TaxRule rule(
      String id, TaxComponent component, Set<Supply> supplies, String from, String to) {
    return rule(id, component, TaxScope.of(supplies), Rate.percent(5), from, to);
  }

  private static TaxRule rule(
      String id, TaxComponent component, TaxScope scope, Rate rate, String from, String to) {
    var end = Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    return new TaxRule(
        id,
        in("ON"),
        component,
        scope,
        Levy.of(rate),
        new Validity(LocalDate.parse(from), end),
        "a test");
  }

  private static Jurisdiction in(String province) {
    return new Jurisdiction("CA", province);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }

  private static void ignore(Object ignored) {}
}
