package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JurisdictionTest {

  @Test
  void is_a_place_that_exists() {
    assertThat(Jurisdiction.parse("CA", "ON")).contains(new Jurisdiction("CA", "ON"));
    assertThat(Jurisdiction.parse("CA", "XX")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Jurisdiction("CA", "XX"));
  }

  @Test
  void has_the_zone_of_its_province() {
    assertThat(new Jurisdiction("CA", "NL").zone()).isEqualTo(ZoneId.of("America/St_Johns"));
  }

  @Test
  void counts_days_in_utc_where_no_zone_is_known() {
    assertThat(new Jurisdiction("US", "NY").zone()).isEqualTo(ZoneOffset.UTC);
  }
}
