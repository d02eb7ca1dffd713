package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

class AccessRulesTest {

  private static final UserId ANNE = new UserId(new UUID(0, 1));
  private static final UserId BEN = new UserId(new UUID(0, 2));

  private final Access access = new AccessRules();
  private final Caller anne = new Caller(ANNE, Set.of(Role.CLIENT));

  @Test
  void a_role_allows_what_is_its_own() {
    assertThat(access.may(anne, Permission.BOOKING_PLACE)).isTrue();
    assertThat(access.may(anne, Permission.PROVIDER_VERIFY)).isFalse();
  }

  @Test
  void what_was_denied_to_a_person_no_role_allows() {
    var denied = new Caller(ANNE, Set.of(Role.CLIENT), Set.of(Permission.ACCOUNT_OWN));

    assertThat(access.may(denied, Permission.BOOKING_PLACE)).isFalse();
  }

  @Test
  void what_was_granted_to_a_person_needs_no_role() {
    var granted = new Caller(ANNE, Set.of(), Set.of(Permission.AUDIT_READ));

    assertThat(access.may(granted, Permission.AUDIT_READ)).isTrue();
  }

  @Test
  void tenants_are_managed_from_the_default_one_only() {
    var operator = new Caller(ANNE, Set.of(Role.SUPER_ADMIN));
    var elsewhere = Acting.of(new TenantId(new UUID(0, 3)));

    assertThat(access.may(operator, Permission.TENANT_MANAGE)).isTrue();
    assertThat(
            elsewhere.<Boolean, RuntimeException>call(
                () -> access.may(operator, Permission.TENANT_MANAGE)))
        .isFalse();
    assertThat(
            elsewhere.<Boolean, RuntimeException>call(
                () -> access.may(operator, Permission.TENANT_OWN)))
        .isTrue();
  }

  @Test
  void only_the_owner_owns() {
    assertThat(access.owns(anne, ANNE)).isTrue();
    assertThat(access.owns(anne, BEN)).isFalse();
  }

  @Test
  void only_the_parties_take_part() {
    assertThat(access.takesPart(anne, Set.of(ANNE, BEN))).isTrue();
    assertThat(access.takesPart(anne, Set.of(BEN))).isFalse();
  }

  @Test
  void administrators_may_do_whatever_a_person_of_the_market_may_not() {
    assertThat(Permission.of(Set.of(Role.ADMIN)))
        .contains(Permission.ACCOUNT_READ, Permission.LEDGER_AUDIT)
        .doesNotContain(Permission.TENANT_MANAGE, Permission.BOOKING_PLACE);
    assertThat(Permission.of(Set.of(Role.SUPER_ADMIN))).contains(Permission.TENANT_MANAGE);
    assertThat(Permission.of(Set.of())).isEmpty();
  }
}
