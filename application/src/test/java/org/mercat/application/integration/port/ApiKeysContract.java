package org.mercat.application.integration.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Terms;
import org.mercat.domain.integration.ApiKey.Transition;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link ApiKeys} promises. */
public interface ApiKeysContract {

  Instant NOW = Instant.parse("2026-11-15T14:00:00Z");

  ApiKeys keys();

  UnitOfWork unitOfWork();

  /** That of the units of work. */
  TenantId tenant();

  /** Somebody with an account. */
  UserId anyOwner();

  @Test
  default void finds_what_was_added_by_its_id_and_by_its_prefix() {
    var key = added(anyOwner());

    assertThat(find(key.id())).contains(key);
    assertThat(unitOfWork().run(() -> keys().findByPrefix(key.secrets().prefix()))).contains(key);
    assertThat(find(keys().nextId())).isEmpty();
  }

  @Test
  default void the_prefix_of_a_key_leads_to_its_tenant() {
    var key = added(anyOwner());

    assertThat(unitOfWork().run(() -> keys().tenantOf(key.secrets().prefix()))).contains(tenant());
    assertThat(unitOfWork().run(() -> keys().tenantOf(keys().nextSecret().prefix()))).isEmpty();
  }

  @Test
  default void no_two_secrets_are_the_same() {
    var first = keys().nextSecret();
    var second = keys().nextSecret(first.prefix());

    assertThat(second.prefix()).isEqualTo(first.prefix());
    assertThat(second.secret()).isNotEqualTo(first.secret());
    assertThat(keys().nextSecret().prefix()).isNotEqualTo(first.prefix());
  }

  @Test
  default void the_keys_of_a_person_are_told_newest_first_without_those_withdrawn() {
    var owner = anyOwner();
    var first = added(owner);
    var second = added(owner);
    var gone = added(owner);
    var _ = added(anyOwner());
    var _ = update(done(gone.withdraw(NOW)));

    assertThat(ofOwner(owner, new PageRequest(20, Optional.empty())))
        .containsExactly(second, first);
    assertThat(ofOwner(owner, new PageRequest(1, Optional.of(second.id().value()))))
        .containsExactly(first);
  }

  @Test
  default void a_key_is_changed_in_the_version_that_is_stored() {
    var key = added(anyOwner());
    var rotated =
        done(key.rotate(keys().nextSecret(key.secrets().prefix()), Duration.ofHours(1), NOW));

    var stored = update(rotated);

    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.secrets()).isEqualTo(rotated.secrets());
    assertThat(find(key.id())).contains(stored);
    assertThatThrownBy(() -> update(rotated)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void the_last_use_is_noted_once_a_minute_and_changes_no_version() {
    var key = added(anyOwner());

    used(key, NOW);
    used(key, NOW.plusSeconds(59));
    assertThat(find(key.id()).orElseThrow().life().usedAt()).contains(NOW);
    used(key, NOW.plusSeconds(60));

    var noted = find(key.id()).orElseThrow();
    assertThat(noted.life().usedAt()).contains(NOW.plusSeconds(60));
    assertThat(noted.version()).isZero();
    assertThat(update(done(noted.withdraw(NOW))).life().usedAt()).contains(NOW.plusSeconds(60));
  }

  private ApiKey added(UserId owner) {
    var terms =
        new Terms(
            "A till",
            Set.of(Permission.BOOKING_OWN, Permission.BOOKING_PLACE),
            Optional.of(NOW.plus(Duration.ofDays(90))));
    return unitOfWork()
        .run(
            () -> {
              var key = ApiKey.make(keys().nextId(), owner, terms, keys().nextSecret(), NOW).key();
              keys().add(key);
              return key;
            });
  }

  private static ApiKey done(Transition transition) {
    return switch (transition) {
      case Transition.Done(var key, _) -> key;
      case Transition.Refused(var why) -> throw new AssertionError("refused: " + why);
    };
  }

  private Optional<ApiKey> find(ApiKeyId id) {
    return unitOfWork().run(() -> keys().find(id));
  }

  private ApiKey update(ApiKey key) {
    return unitOfWork().run(() -> keys().update(key));
  }

  private List<ApiKey> ofOwner(UserId owner, PageRequest request) {
    return unitOfWork().run(() -> keys().ofOwner(owner, request)).items();
  }

  private void used(ApiKey key, Instant at) {
    var done =
        unitOfWork()
            .run(
                () -> {
                  keys().used(key.id(), at);
                  return key;
                });
    assertThat(done).isEqualTo(key);
  }
}
