package org.mercat.application.integration.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link KeyOwners} promises. */
public interface KeyOwnersContract {

  KeyOwners owners();

  UnitOfWork unitOfWork();

  /** Somebody with an account of this role. */
  UserId somebody(Role role);

  UserId suspended();

  /** The id of no account. */
  UserId nobody();

  @ParameterizedTest
  @EnumSource(Role.class)
  default void a_person_may_do_what_the_role_allows(Role role) {
    assertThat(permissions(somebody(role))).contains(Permission.of(Set.of(role)));
  }

  @Test
  default void who_may_not_sign_in_may_do_nothing() {
    assertThat(permissions(suspended())).isEmpty();
    assertThat(permissions(nobody())).isEmpty();
  }

  private Optional<Set<Permission>> permissions(UserId owner) {
    return unitOfWork().run(() -> owners().permissions(owner));
  }
}
