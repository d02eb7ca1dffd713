package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

class RightsTest {

  private static final Rights CLIENT =
      new Rights(new UserId(new UUID(0, 1)), Set.of(Role.CLIENT), Set.of(), Set.of(), 0);
  private static final Rights ADMIN = CLIENT.withRoles(Set.of(Role.ADMIN));

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_role_allows_what_its_permissions_need(Role role) {
    var permissions = Permission.of(Set.of(role));

    assertThat(CLIENT.withRoles(Set.of(role)).permissions()).isEqualTo(permissions);
    assertThat(permissions).allMatch(permission -> permissions.containsAll(permission.needs()));
  }

  @Test
  void a_grant_allows_what_no_role_does_and_brings_what_it_needs() {
    var granted =
        CLIENT.withRoles(Set.of(Role.GUEST)).with(Set.of(Permission.PAYOUT_RELEASE), Set.of());

    assertThat(granted.permissions())
        .containsExactlyInAnyOrder(
            Permission.ACCOUNT_OWN,
            Permission.BOOKING_OWN,
            Permission.BOOKING_READ_ANY,
            Permission.PAYOUT_RELEASE);
  }

  @Test
  void a_denial_wins_over_a_role_and_over_a_grant() {
    var both = Set.of(Permission.REVIEW_WRITE, Permission.AUDIT_READ);

    var denied = CLIENT.with(both, both);

    assertThat(denied.grants()).isEmpty();
    assertThat(denied.permissions()).doesNotContainAnyElementsOf(both);
  }

  @Test
  void a_denial_takes_whatever_needs_what_was_denied() {
    assertThat(CLIENT.with(Set.of(), Set.of(Permission.BOOKING_OWN)).permissions())
        .doesNotContain(Permission.BOOKING_OWN, Permission.BOOKING_PLACE)
        .contains(Permission.REVIEW_WRITE);
    assertThat(
            CLIENT
                .with(Set.of(Permission.BOOKING_MANAGE), Set.of(Permission.BOOKING_READ_ANY))
                .permissions())
        .doesNotContain(Permission.BOOKING_MANAGE, Permission.BOOKING_READ_ANY);
  }

  @Test
  void nobody_is_nothing_at_all() {
    assertThatThrownBy(() -> CLIENT.withRoles(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyday_roles_and_permissions_concern_no_administrator() {
    assertThat(CLIENT.concernsAdministration(CLIENT.withRoles(Set.of(Role.DRIVER)))).isFalse();
    assertThat(
            CLIENT.concernsAdministration(
                CLIENT.with(Set.of(Permission.LISTING_OWN), Set.of(Permission.BOOKING_PLACE))))
        .isFalse();
  }

  @Test
  void to_make_to_unmake_and_to_change_an_administrator_does() {
    assertThat(CLIENT.concernsAdministration(ADMIN)).isTrue();
    assertThat(ADMIN.concernsAdministration(CLIENT)).isTrue();
    assertThat(ADMIN.concernsAdministration(ADMIN.with(Set.of(), Set.of(Permission.ACCOUNT_OWN))))
        .isTrue();
    assertThat(CLIENT.concernsAdministration(CLIENT.with(Set.of(Permission.AUDIT_READ), Set.of())))
        .isTrue();
  }
}
