package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacesOfSaleTest {

  @ParameterizedTest
  @CsvSource({"GOODS, BC", "ON_SITE_SERVICE, SK", "REMOTE_SERVICE, QC"})
  void each_kind_of_supply_is_made_at_a_place_of_its_own(SupplyKind kind, String expected) {
    var places = new PlacesOfSale(in("AB"), place("BC"), place("SK"), place("QC"));

    assertThat(places.ofSupply(kind)).isEqualTo(in(expected));
  }

  @Test
  void goods_without_another_address_go_to_the_buyer() {
    var places = new PlacesOfSale(in("AB"), Optional.empty(), place("SK"), place("QC"));

    assertThat(places.ofSupply(SupplyKind.GOODS)).isEqualTo(in("QC"));
  }

  @ParameterizedTest
  @EnumSource(SupplyKind.class)
  void the_sellers_place_stands_in_for_one_that_is_not_known(SupplyKind kind) {
    var places = new PlacesOfSale(in("AB"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(places.ofSupply(kind)).isEqualTo(in("AB"));
  }

  private static Optional<Jurisdiction> place(String province) {
    return Optional.of(in(province));
  }

  private static Jurisdiction in(String province) {
    return new Jurisdiction("CA", province);
  }
}
