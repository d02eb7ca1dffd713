package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.identity.port.SampleUsers.account;
import static org.mercat.application.identity.port.SampleUsers.anyEmail;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.UserRights.Change;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link UserRights} promises. */
public interface UserRightsContract {

  UserRights rights();

  Users users();

  UnitOfWork unitOfWork();

  @Test
  default void of_a_new_account_there_are_the_roles() {
    var user = added(Role.CLIENT, Role.PROVIDER);

    assertThat(find(user))
        .isEqualTo(new Rights(user, Set.of(Role.CLIENT, Role.PROVIDER), Set.of(), Set.of(), 0));
  }

  @Test
  default void nobody_unknown_and_nobody_who_has_left_has_rights() {
    var closed = account(users().nextId(), anyEmail(), Set.of(Role.CLIENT), Status.INACTIVE);
    assertThat(unitOfWork().run(() -> users().add(closed))).isEqualTo(Users.Addition.ADDED);

    assertThat(unitOfWork().run(() -> rights().find(closed.id()))).isEmpty();
    assertThat(unitOfWork().run(() -> rights().find(users().nextId()))).isEmpty();
  }

  @Test
  default void keeps_what_was_granted_and_denied_and_the_roles() {
    var user = added(Role.CLIENT);
    var next =
        find(user)
            .withRoles(Set.of(Role.DRIVER, Role.PROVIDER))
            .with(
                Set.of(Permission.AUDIT_READ, Permission.BOOKING_PLACE),
                Set.of(Permission.LISTING_OWN));

    assertThat(update(next)).isEqualTo(Change.CHANGED);

    assertThat(find(user))
        .isEqualTo(new Rights(user, next.roles(), next.grants(), next.denials(), 1));
    assertThat(unitOfWork().run(() -> users().find(user)).orElseThrow().roles())
        .isEqualTo(next.roles());
  }

  @Test
  default void an_update_takes_back_what_it_does_not_say() {
    var user = added(Role.CLIENT);
    var permitted =
        find(user).with(Set.of(Permission.AUDIT_READ), Set.of(Permission.BOOKING_PLACE));
    assertThat(update(permitted)).isEqualTo(Change.CHANGED);

    assertThat(update(find(user).with(Set.of(), Set.of(Permission.AUDIT_READ))))
        .isEqualTo(Change.CHANGED);

    assertThat(find(user))
        .isEqualTo(
            new Rights(user, Set.of(Role.CLIENT), Set.of(), Set.of(Permission.AUDIT_READ), 2));
  }

  @Test
  default void an_old_version_is_refused() {
    var user = added(Role.CLIENT);
    var old = find(user);
    assertThat(update(old.withRoles(Set.of(Role.GUEST)))).isEqualTo(Change.CHANGED);

    assertThatThrownBy(() -> update(old.withRoles(Set.of(Role.DRIVER))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(find(user).roles()).containsExactly(Role.GUEST);
  }

  @Test
  default void the_last_super_administrator_stays_one() {
    var last = added(Role.ADMIN, Role.SUPER_ADMIN);

    assertThat(update(find(last).withRoles(Set.of(Role.ADMIN)))).isEqualTo(Change.LAST_SUPER_ADMIN);
    assertThat(find(last).version()).isZero();

    var other = added(Role.SUPER_ADMIN);
    assertThat(update(find(last).withRoles(Set.of(Role.ADMIN)))).isEqualTo(Change.CHANGED);
    assertThat(update(find(other).withRoles(Set.of(Role.CLIENT))))
        .isEqualTo(Change.LAST_SUPER_ADMIN);
  }

  @RepeatedTest(10)
  default void of_two_who_take_the_role_from_each_other_one_is_too_late() throws Exception {
    var two = Stream.of(Role.SUPER_ADMIN, Role.SUPER_ADMIN).map(this::added).toList();
    var barrier = new CyclicBarrier(two.size());
    var changes =
        two.stream()
            .<Callable<Change>>map(
                user ->
                    () -> {
                      var next = find(user).withRoles(Set.of(Role.CLIENT));
                      var _ = barrier.await();
                      return update(next);
                    })
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(changes).stream().map(Future::resultNow))
          .containsExactlyInAnyOrder(Change.CHANGED, Change.LAST_SUPER_ADMIN);
    }
    assertThat(two.stream().filter(user -> find(user).isSuperAdmin())).hasSize(1);
  }

  private UserId added(Role... roles) {
    var account = account(users().nextId(), anyEmail(), Set.of(roles), Status.ACTIVE);
    assertThat(unitOfWork().run(() -> users().add(account))).isEqualTo(Users.Addition.ADDED);
    return account.id();
  }

  private Rights find(UserId user) {
    return unitOfWork().run(() -> rights().find(user)).orElseThrow();
  }

  private Change update(Rights next) {
    return unitOfWork().run(() -> rights().update(next));
  }
}
