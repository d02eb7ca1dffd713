package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;
import static org.mercat.application.identity.port.SampleUsers.account;
import static org.mercat.application.identity.port.SampleUsers.anyEmail;
import static org.mercat.application.identity.port.SampleUsers.client;
import static org.mercat.application.identity.port.Users.Addition.ADDED;
import static org.mercat.application.identity.port.Users.Addition.EMAIL_TAKEN;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserAccount.Transition;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link Users} promises. */
public interface UsersContract {

  Users users();

  UnitOfWork unitOfWork();

  @Test
  default void finds_what_was_added_by_its_id_and_by_its_address() {
    var account = client(users().nextId());

    assertThat(add(account)).isEqualTo(ADDED);

    assertThat(find(account.id())).contains(account);
    assertThat(unitOfWork().run(() -> users().findByEmail(account.email()))).contains(account);
  }

  @Test
  default void finds_nothing_under_an_unknown_id_or_address() {
    assertThat(find(users().nextId())).isEmpty();
    assertThat(unitOfWork().run(() -> users().findByEmail(anyEmail()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  default void keeps_every_role_and_the_status(Status status) {
    var account = account(users().nextId(), anyEmail(), Set.of(Role.CLIENT, Role.PROVIDER), status);

    assertThat(add(account)).isEqualTo(ADDED);

    assertThat(evenClosed(account.id())).contains(account);
  }

  @Test
  default void keeps_everything_that_a_person_says_about_himself() {
    var account = client(users().nextId());
    assertThat(add(account)).isEqualTo(ADDED);
    var profile = SampleUsers.profile();

    update(done(account.change(profile, REGISTERED_AT)));

    assertThat(find(account.id()).orElseThrow().profile()).isEqualTo(profile);
  }

  @Test
  default void whoever_closes_an_account_is_gone_and_the_address_is_free() {
    var account = client(users().nextId());
    assertThat(add(account)).isEqualTo(ADDED);

    update(done(account.close(REGISTERED_AT)));

    assertThat(find(account.id())).isEmpty();
    assertThat(unitOfWork().run(() -> users().findByEmail(account.email()))).isEmpty();
    assertThat(unitOfWork().run(() -> users().findClosed(account.id()))).isPresent();
    assertThat(add(client(users().nextId(), account.email()))).isEqualTo(ADDED);
  }

  @Test
  default void an_account_that_is_there_is_no_closed_one() {
    var account = client(users().nextId());
    assertThat(add(account)).isEqualTo(ADDED);

    assertThat(unitOfWork().run(() -> users().findClosed(account.id()))).isEmpty();
  }

  @Test
  default void a_closed_account_comes_back_unless_its_address_is_taken() {
    var account = client(users().nextId());
    assertThat(add(account)).isEqualTo(ADDED);
    update(done(account.close(REGISTERED_AT)));
    var closed = unitOfWork().run(() -> users().findClosed(account.id())).orElseThrow();
    var next = client(users().nextId(), account.email());
    assertThat(add(next)).isEqualTo(ADDED);

    assertThat(updateAndTakeEmail(done(closed.restore(REGISTERED_AT)))).isEqualTo(EMAIL_TAKEN);
    update(done(next.close(REGISTERED_AT)));
    assertThat(updateAndTakeEmail(done(closed.restore(REGISTERED_AT)))).isEqualTo(ADDED);

    assertThat(find(account.id())).isPresent();
  }

  @Test
  default void an_address_is_changed_unless_another_account_has_it() {
    var account = client(users().nextId());
    var other = client(users().nextId());
    var free = anyEmail();
    assertThat(add(account)).isEqualTo(ADDED);
    assertThat(add(other)).isEqualTo(ADDED);

    var taken = done(account.changeEmail(other.email(), REGISTERED_AT));
    assertThat(updateAndTakeEmail(taken)).isEqualTo(EMAIL_TAKEN);
    var changed = done(account.changeEmail(free, REGISTERED_AT));
    assertThat(updateAndTakeEmail(changed)).isEqualTo(ADDED);

    assertThat(find(account.id()).orElseThrow().email()).isEqualTo(free);
    assertThat(find(account.id()).orElseThrow().emailVerifiedAt()).contains(REGISTERED_AT);
    assertThatThrownBy(() -> updateAndTakeEmail(changed)).isInstanceOf(ConcurrencyConflict.class);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  default void nobody_signs_in_once_the_account_is_kept_closed(Status status) {
    var account = account(users().nextId(), anyEmail(), Set.of(Role.CLIENT), status);
    assertThat(add(account)).isEqualTo(ADDED);

    if (account.maySignIn()) {
      signIn(account);
    } else {
      assertThatThrownBy(() -> signIn(account)).isInstanceOf(ConcurrencyConflict.class);
    }
  }

  @Test
  default void nobody_signs_in_with_a_password_that_was_changed_meanwhile() {
    var account = client(users().nextId());
    assertThat(add(account)).isEqualTo(ADDED);
    update(account.withPassword(new PasswordHash("$memory$of another one")));

    assertThatThrownBy(() -> signIn(account)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void an_update_leaves_the_address_as_it_was() {
    var account = client(users().nextId());
    assertThat(add(account)).isEqualTo(ADDED);

    update(done(account.changeEmail(anyEmail(), REGISTERED_AT)));

    assertThat(find(account.id()).orElseThrow().email()).isEqualTo(account.email());
  }

  @Test
  default void of_two_who_take_an_address_at_once_one_gets_it() throws Exception {
    var email = anyEmail();
    var start = new CyclicBarrier(2);
    Callable<Addition> change =
        () -> {
          var account = client(users().nextId());
          assertThat(add(account)).isEqualTo(ADDED);
          var changed = done(account.changeEmail(email, REGISTERED_AT));
          start.await();
          try {
            return updateAndTakeEmail(changed);
          } catch (ConcurrencyConflict _) {
            return EMAIL_TAKEN;
          }
        };

    try (var executor = Executors.newFixedThreadPool(2)) {
      var additions =
          executor.invokeAll(Collections.nCopies(2, change)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(additions).containsExactlyInAnyOrder(ADDED, EMAIL_TAKEN);
    }
  }

  @Test
  default void an_address_belongs_to_one_account() {
    var email = anyEmail();
    assertThat(add(client(users().nextId(), email))).isEqualTo(ADDED);
    var second = client(users().nextId(), email);

    assertThat(add(second)).isEqualTo(EMAIL_TAKEN);

    assertThat(find(second.id())).isEmpty();
  }

  @Test
  default void update_moves_the_version_on_and_refuses_a_stale_one() {
    var account = client(users().nextId());
    assertThat(add(account)).isEqualTo(ADDED);
    var changed =
        account(account.id(), account.email(), Set.of(Role.PROVIDER, Role.DRIVER), Status.BANNED)
            .withPassword(new PasswordHash("$memory$of something else"));

    update(changed);

    assertThat(find(account.id()))
        .hasValueSatisfying(
            stored -> {
              assertThat(stored.version()).isEqualTo(1);
              assertThat(stored.password()).isEqualTo(changed.password());
              assertThat(stored.roles()).isEqualTo(changed.roles());
              assertThat(stored.status()).isEqualTo(changed.status());
            });
    assertThatThrownBy(() -> update(account)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void update_refuses_an_account_that_was_never_added() {
    var account = client(users().nextId());

    assertThatThrownBy(() -> update(account)).isInstanceOf(ConcurrencyConflict.class);
  }

  @RepeatedTest(10)
  default void of_simultaneous_registrations_of_an_address_exactly_one_wins() throws Exception {
    var email = anyEmail();
    var start = new CyclicBarrier(4);
    Callable<Addition> registration =
        () -> {
          var account = client(users().nextId(), email);
          start.await();
          return add(account);
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var additions =
          executor.invokeAll(Collections.nCopies(4, registration)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(additions).hasSize(4).containsOnlyOnce(ADDED);
    }
  }

  private void signIn(UserAccount account) {
    var signedIn =
        unitOfWork()
            .run(
                () -> {
                  users().signedIn(account, REGISTERED_AT);
                  return account;
                });
    assertThat(signedIn).isEqualTo(account);
  }

  private Optional<UserAccount> evenClosed(UserId id) {
    return unitOfWork().run(() -> users().find(id).or(() -> users().findClosed(id)));
  }

  private Addition updateAndTakeEmail(UserAccount account) {
    return unitOfWork().run(() -> users().updateAndTakeEmail(account));
  }

  private static UserAccount done(Transition transition) {
    assertThat(transition).isInstanceOf(Transition.Done.class);
    return ((Transition.Done) transition).account();
  }

  private Addition add(UserAccount account) {
    return unitOfWork().run(() -> users().add(account));
  }

  private Optional<UserAccount> find(UserId id) {
    return unitOfWork().run(() -> users().find(id));
  }

  private void update(UserAccount account) {
    var updated =
        unitOfWork()
            .run(
                () -> {
                  users().update(account);
                  return account;
                });
    assertThat(updated).isEqualTo(account);
  }
}
