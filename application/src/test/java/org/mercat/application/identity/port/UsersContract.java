package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    assertThat(find(account.id())).contains(account);
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
