package org.mercat.persistence.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxRule;
import org.mercat.domain.tax.TaxRules;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

/** What a tenant begins with, and that nobody rewrites it. */
class CanadianTaxRowsTest {

  private static final TenantId DEFAULT =
      new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

  @Test
  void the_first_tenant_knows_what_the_domain_knows() {
    for (var place : places()) {
      assertThat(rulesOf(DEFAULT, place))
          .containsExactlyInAnyOrderElementsOf(TaxRules.canada().at(place));
    }
  }

  @Test
  void every_other_tenant_begins_in_the_same_way() throws SQLException {
    var tenant = TestDatabase.newTenant();
    try (var owner = TestDatabase.owner().getConnection()) {
      Sql.execute(
          owner,
          "insert into tenant (tenant_id, name, slug) values ('%1$s', 'Paws', 'paws-%1$s')"
              .formatted(tenant.value()));
    }

    for (var place : places()) {
      assertThat(rulesOf(tenant, place))
          .containsExactlyInAnyOrderElementsOf(TaxRules.canada().at(place));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update tax_rule set rate_ppm = 0",
        "update tax_rule set recorded_to = null",
        "update tax_rule set valid_to = '2099-01-01', recorded_to = now()",
        "delete from tax_rule",
        "truncate tax_rule"
      })
  void what_is_recorded_is_not_rewritten_even_by_the_owner(String attempt) throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      Sql.enter(owner, DEFAULT);

      assertThatThrownBy(() -> Sql.execute(owner, attempt))
          .message()
          .containsAnyOf("superseded, and not changed", "only ever added to");
    }
  }

  private static List<Jurisdiction> places() {
    return Subdivisions.ofCanada().stream()
        .map(place -> new Jurisdiction(place.country(), place.code()))
        .toList();
  }

  private static List<TaxRule> rulesOf(TenantId tenant, Jurisdiction place) {
    var rules = new MyBatisRecordedRules(TestDatabase.SESSIONS);
    return TestDatabase.of(tenant).run(() -> rules.ofPlace(place, Instant.EPOCH)).stream()
        .map(RecordedRule::rule)
        .toList();
  }
}
