package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.Money;

class TaxQuoteTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-15");

  /** of FEATURES 6, in cents. */
  @ParameterizedTest
  @CsvSource({
    "ON_SITE_SERVICE, 6000, BC, true, 6300, PROVIDER",
    "GOODS, 8000, BC, true, 8960, PROVIDER",
    "GOODS, 8000, AB, true, 8400, PROVIDER",
    "GOODS, 8000, SK, true, 8880, PROVIDER",
    "GOODS, 8000, MB, true, 8960, PROVIDER",
    "GOODS, 8000, NL, true, 9200, PROVIDER",
    "GOODS, 8000, NS, true, 9120, PROVIDER",
    "ON_SITE_SERVICE, 5000, ON, false, 5000,",
    "GOODS, 5000, ON, false, 5650, PLATFORM"
  })
  void the_place_of_supply_and_the_seller_decide(
      SupplyKind kind,
      long price,
      String province,
      boolean registered,
      long total,
      TaxCollector collector) {
    var quote = quote(kind, price, in(province), registered, true);

    assertThat(quote.total()).isEqualTo(cad(total));
    assertThat(quote.collector()).isEqualTo(Optional.ofNullable(collector));
  }

  @Test
  void the_platform_may_be_no_collector_at_all() {
    var quote = quote(SupplyKind.GOODS, 5_000, in("ON"), false, false);

    assertThat(quote.collector()).isEmpty();
    assertThat(quote.lines()).isEmpty();
    assertThat(quote.total()).isEqualTo(cad(5_000));
  }

  @Test
  void nothing_is_levied_at_a_place_of_which_nothing_is_known() {
    var quote = quote(SupplyKind.GOODS, 5_000, new Jurisdiction("US", "NY"), true, true);

    assertThat(quote.tax()).isEqualTo(cad(0));
  }

  @Test
  void a_day_before_all_rules_is_none_that_can_be_quoted() {
    var before = LocalDate.parse("2007-12-31");

    assertThatExceptionOfType(NoTaxRule.class)
        .isThrownBy(
            () ->
                TaxQuote.of(
                    TaxRules.canada(),
                    cad(100),
                    Supply.GOODS,
                    Optional.empty(),
                    in("AB"),
                    before,
                    Optional.of(TaxCollector.PROVIDER)));
  }

  private static TaxQuote quote(
      SupplyKind kind, long price, Jurisdiction place, boolean registered, boolean standsIn) {
    return TaxQuote.of(
        TaxRules.canada(),
        cad(price),
        kind.supply(),
        Optional.empty(),
        place,
        DAY,
        TaxCollector.of(kind.supply(), registered, standsIn));
  }

  private static Jurisdiction in(String province) {
    return new Jurisdiction("CA", province);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
