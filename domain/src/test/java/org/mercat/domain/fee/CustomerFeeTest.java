package org.mercat.domain.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;

class CustomerFeeTest {

  private static final Instant NOW = Instant.parse("2026-11-15T17:00:00Z");
  private static final Currency CAD = Currency.getInstance("CAD");
  private static final ProviderId SELLER = new ProviderId(new UUID(0, 1));
  private static final List<TaxRate> HST =
      List.of(new TaxRate(TaxComponent.HST, Rate.percent(13), "ca-on-hst"));

  @Test
  void is_a_rate_of_the_service_and_what_is_flat_with_its_tax() {
    var fee = terms(Optional.of(cad(100)), true).on(cad(7_500));

    assertThat(fee.amount()).isEqualTo(cad(475));
    assertThat(fee.tax()).isEqualTo(cad(62));
    assertThat(fee.total()).isEqualTo(cad(537));
  }

  @Test
  void there_is_none_on_what_costs_nothing() {
    assertThat(terms(Optional.of(cad(100)), true).on(cad(0))).isEqualTo(CustomerFee.none(CAD));
  }

  @Test
  void goes_back_with_its_part_of_the_service_and_wholly_with_all_of_it() {
    var fee = terms(Optional.of(cad(100)), true).on(cad(7_500));

    assertThat(fee.returned(cad(7_500), cad(0))).isEqualTo(cad(0));
    assertThat(fee.returned(cad(7_500), cad(2_500))).isEqualTo(cad(158));
    assertThat(fee.returned(cad(7_500), cad(7_499))).isEqualTo(cad(475));
    assertThat(fee.taxesReturned(cad(158))).containsExactly(cad(21));
    assertThat(fee.taxesReturned(cad(475))).containsExactly(cad(62));
  }

  @Test
  void stays_whole_while_a_part_of_the_service_does_where_the_rule_says_so() {
    var fee = terms(Optional.empty(), false).on(cad(7_500));

    assertThat(fee.returned(cad(7_500), cad(7_499))).isEqualTo(cad(0));
    assertThat(fee.returned(cad(7_500), cad(7_500))).isEqualTo(cad(375));
  }

  @Test
  void a_rule_for_the_seller_goes_before_that_for_all_in_its_currency() {
    var all = rule(1, new FeeScope.Everybody(), Optional.empty());
    var own = rule(2, new FeeScope.Promotion(SELLER), Optional.of(cad(50)));

    assertThat(FeeBook.onTop(List.of(all, own), CAD, NOW)).contains(own);
    assertThat(FeeBook.onTop(List.of(all, own), Currency.getInstance("USD"), NOW)).contains(all);
    assertThat(FeeBook.onTop(List.of(all, own), CAD, NOW.minusMillis(1))).isEmpty();
    assertThat(own.customerFee(HST).rule()).isEqualTo("promotion:" + own.id().value() + ":v1");
    assertThat(FeeRuleName.parse(all.customerFee(HST).rule(), FeeDirection.CUSTOMER_FEE).source())
        .isEqualTo(FeeSource.EVERYBODY);
  }

  @Test
  void a_rule_without_tax_charges_none() {
    var untaxed = new OnTop(Optional.empty(), false, true);

    assertThat(rule(1, new FeeScope.Everybody(), untaxed).customerFee(HST).taxes()).isEmpty();
  }

  @Test
  void what_clients_pay_depends_on_nothing_that_the_seller_alone_knows() {
    assertThatThrownBy(() -> rule(1, new FeeScope.Level(SellerLevel.GOLD), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rule(1, new FeeScope.Volume(cad(1)), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                FeeRule.set(
                    new FeeRuleId(new UUID(0, 1)),
                    FeeDirection.PLATFORM_FEE,
                    new FeeScope.Everybody(),
                    Rate.percent(5),
                    FeePeriod.since(NOW),
                    "a reason",
                    NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OnTop(Optional.of(cad(-1)), true, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CustomerFeeTerms terms(Optional<Money> flat, boolean returnedInParts) {
    return new CustomerFeeTerms(Rate.percent(5), flat, HST, returnedInParts, "everybody");
  }

  private static FeeRule rule(int id, FeeScope scope, Optional<Money> flat) {
    return rule(id, scope, new OnTop(flat, true, true));
  }

  private static FeeRule rule(int id, FeeScope scope, OnTop onTop) {
    return FeeRule.set(
        new FeeRuleId(new UUID(0, id)),
        FeeDirection.CUSTOMER_FEE,
        scope,
        Rate.percent(5),
        Optional.of(onTop),
        FeePeriod.since(NOW),
        "a reason",
        NOW);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
