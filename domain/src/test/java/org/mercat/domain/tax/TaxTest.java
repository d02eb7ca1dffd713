package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

class TaxTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-15");

  @Test
  void quebec_taxes_twice_on_the_price_without_tax() {
    var rates = TaxRules.canada().rates(in("QC"), Supply.SERVICE, DAY);

    assertThat(Tax.on(cad(13_500), rates))
        .containsExactly(
            line(TaxComponent.GST, 50_000, 13_500, 675, "ca-qc-gst-2013-01-01"),
            line(TaxComponent.QST, 99_750, 13_500, 1_347, "ca-qc-qst-2013-01-01"));
  }

  @ParameterizedTest
  @CsvSource({
    "ON, SERVICE, 7500, 975", "BC, SERVICE, 6000, 300", "BC, GOODS, 8000, 960",
    "AB, GOODS, 8000, 400", "SK, GOODS, 8000, 880", "MB, GOODS, 8000, 960",
    "NL, GOODS, 8000, 1200", "NS, GOODS, 8000, 1120", "QC, SERVICE, 10000, 1498"
  })
  void the_place_and_the_supply_make_the_tax(
      String province, Supply supply, long price, long expected) {
    var lines = Tax.on(cad(price), TaxRules.canada().rates(in(province), supply, DAY));

    assertThat(lines.stream().map(TaxLine::amount).reduce(cad(0), Money::plus))
        .isEqualTo(cad(expected));
  }

  @Test
  void a_rate_of_nothing_makes_no_line() {
    var rates = List.of(new TaxRate(TaxComponent.PST, Rate.ZERO, "free"));

    assertThat(Tax.on(cad(5_000), rates)).isEmpty();
    assertThat(Tax.on(cad(5_000), List.of())).isEmpty();
  }

  @Test
  void a_price_below_nothing_cannot_be_taxed() {
    var rates = TaxRules.canada().rates(in("ON"), Supply.SERVICE, DAY);

    assertThatIllegalArgumentException().isThrownBy(() -> ignore(Tax.on(cad(-1), rates)));
  }

  @ParameterizedTest
  @CsvSource({
    "NS, 2025-04-01T02:59:59Z, 2025-03-31", "NS, 2025-04-01T03:00:00Z, 2025-04-01",
    "BC, 2025-04-01T06:59:59Z, 2025-03-31", "NL, 2025-04-01T02:30:00Z, 2025-04-01"
  })
  void the_day_is_the_day_of_the_place(String province, Instant instant, LocalDate day) {
    assertThat(dayOf(instant, in(province))).isEqualTo(day);
  }

  @Test
  void nova_scotia_changes_its_rate_at_its_own_midnight() {
    var rules = TaxRules.canada();
    var lastMoment = dayOf(Instant.parse("2025-04-01T02:59:59Z"), in("NS"));
    var firstMoment = dayOf(Instant.parse("2025-04-01T03:00:00Z"), in("NS"));

    assertThat(Tax.on(cad(10_000), rules.rates(in("NS"), Supply.SERVICE, lastMoment)))
        .containsExactly(line(TaxComponent.HST, 150_000, 10_000, 1_500, "ca-ns-hst-2010-07-01"));
    assertThat(Tax.on(cad(10_000), rules.rates(in("NS"), Supply.SERVICE, firstMoment)))
        .containsExactly(line(TaxComponent.HST, 140_000, 10_000, 1_400, "ca-ns-hst-2025-04-01"));
  }

  @Test
  void a_refund_has_the_rates_of_the_charge() {
    var charged = Tax.on(cad(13_500), TaxRules.canada().rates(in("QC"), Supply.SERVICE, DAY));

    assertThat(Tax.refunded(charged, cad(13_500), cad(0), cad(4_500)))
        .containsExactly(
            line(TaxComponent.GST, 50_000, 4_500, 225, "ca-qc-gst-2013-01-01"),
            line(TaxComponent.QST, 99_750, 4_500, 449, "ca-qc-qst-2013-01-01"));
    assertThat(Tax.refunded(charged, cad(13_500), cad(4_500), cad(9_000)))
        .extracting(TaxLine::amount)
        .containsExactly(cad(450), cad(1_347 - 449));
    assertThat(Tax.refunded(List.of(), cad(13_500), cad(0), cad(4_500))).isEmpty();
  }

  @Test
  void a_tax_on_a_share_of_the_price_has_that_share_as_its_base() {
    var rate = new TaxRate(TaxComponent.PST, Rate.percent(7), Rate.percent(30), "engineering");

    assertThat(Tax.on(cad(9_999), List.of(rate)))
        .containsExactly(line(TaxComponent.PST, 70_000, 3_000, 210, "engineering"));
  }

  @Test
  void a_tax_on_a_share_goes_back_to_the_cent_however_often_the_price_is_divided() {
    var rate = new TaxRate(TaxComponent.PST, Rate.percent(7), Rate.percent(30), "engineering");
    var charged = Tax.on(cad(9_999), List.of(rate));

    var back = cad(0);
    for (var part = 0; part < 9; part++) {
      back = back.plus(amount(Tax.refunded(charged, cad(9_999), cad(part * 1_111L), cad(1_111))));
    }

    assertThat(back).isEqualTo(cad(210));
    assertThat(amount(Tax.refunded(charged, cad(9_999), cad(0), cad(9_999)))).isEqualTo(cad(210));
  }

  private static Money amount(List<TaxLine> lines) {
    return lines.stream().map(TaxLine::amount).reduce(cad(0), Money::plus);
  }

  @Test
  void a_line_is_never_more_than_its_base() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line(TaxComponent.GST, 50_000, 100, 101, "r"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line(TaxComponent.GST, 50_000, 100, -1, "r"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TaxLine(TaxComponent.GST, Rate.percent(5), cad(100), Money.of(5, "USD"), "r"));
  }

  private static TaxLine line(
      TaxComponent component, long partsPerMillion, long base, long amount, String rule) {
    return new TaxLine(component, new Rate(partsPerMillion), cad(base), cad(amount), rule);
  }

  private static Jurisdiction in(String province) {
    return new Jurisdiction("CA", province);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }

  private static void ignore(Object ignored) {}

  private static LocalDate dayOf(Instant instant, Jurisdiction place) {
    return JvmZones.zone(place.zone()).dayOf(instant);
  }
}
