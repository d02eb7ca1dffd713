package org.mercat.application.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.integration.AuthenticateKey.Outcome.Authenticated;
import org.mercat.application.integration.AuthenticateKey.Outcome.Refused;
import org.mercat.application.integration.port.InMemoryApiKeys;
import org.mercat.application.integration.port.InMemoryKeyOwners;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Terms;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyMade;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyRotated;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyWithdrawn;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

class ApiKeyUseCasesTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final TenantId TENANT = new TenantId(new UUID(0, 2));
  private static final Terms TILL =
      new Terms(
          "A till", Set.of(Permission.BOOKING_OWN, Permission.BOOKING_PLACE), Optional.empty());

  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final InMemoryKeyOwners owners = new InMemoryKeyOwners();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(keys, outbox);
  private final AccessRules access = new AccessRules();
  private final SettableClock system = new SettableClock(NOW);
  private final AuthenticateKey authenticate =
      new AuthenticateKey(keys, owners, unitOfWork, system);
  private final MakeApiKey make = new MakeApiKey(keys, access, outbox, unitOfWork, system);
  private final RotateApiKey rotate = new RotateApiKey(keys, access, outbox, unitOfWork, system);
  private final WithdrawApiKey withdraw =
      new WithdrawApiKey(keys, authenticate, access, outbox, unitOfWork, system);
  private final OwnApiKeys own = new OwnApiKeys(keys, access, unitOfWork);
  private final Caller ada = caller(Role.CLIENT);
  private final Caller ben = caller(Role.CLIENT);

  private record Shown(ApiKey key, ApiKeySecret secret) {}

  @BeforeEach
  void both_may_sign_in() {
    owners.may(ada.user(), ada.permissions());
    owners.may(ben.user(), ben.permissions());
  }

  @Test
  void a_key_is_made_for_what_its_maker_may_do() {
    var made = made(TILL);

    assertThat(outbox.events()).containsExactly(new ApiKeyMade(made.key().id(), ada.user(), NOW));
    assertThat(made.secret().text()).startsWith("mk_").hasSizeGreaterThan(50);
    assertThat(made.secret()).asString().doesNotContain(made.secret().secret());
    assertThat(made.key().toString()).doesNotContain(made.secret().secret());
  }

  @Test
  void nobody_makes_a_key_for_more_than_he_may_do() {
    var more = new Terms("More", Set.of(Permission.LEDGER_AUDIT), Optional.empty());

    assertThat(make.handle(new MakeApiKey.Command(ada, more)))
        .isEqualTo(new MakeApiKey.Outcome.BeyondOwn());
    assertThat(make.handle(new MakeApiKey.Command(caller(Role.GUEST), TILL)))
        .isEqualTo(new MakeApiKey.Outcome.Forbidden());
    var past = new Terms("Past", TILL.scopes(), Optional.of(NOW));
    assertThat(make.handle(new MakeApiKey.Command(ada, past)))
        .isEqualTo(new MakeApiKey.Outcome.ExpiresBefore());
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void whoever_has_the_secret_calls_in_the_name_of_its_maker_without_a_role() {
    var made = made(TILL);

    assertThat(authenticated(made.secret()))
        .isEqualTo(
            new Authenticated(
                TENANT, made.key().id(), new Caller(ada.user(), Set.of(), TILL.scopes())));
  }

  @Test
  void a_key_allows_no_more_than_its_owner_may_do_now() {
    var made = made(TILL);
    owners.may(ada.user(), Set.of(Permission.BOOKING_OWN));

    assertThat(authenticated(made.secret()))
        .isInstanceOfSatisfying(
            Authenticated.class,
            answer ->
                assertThat(answer.caller().permissions()).containsExactly(Permission.BOOKING_OWN));
  }

  @Test
  void a_scope_that_needs_another_one_is_worth_nothing_without_it() {
    var admin = caller(Role.ADMIN);
    owners.may(ada.user(), admin.permissions());
    var terms =
        new Terms(
            "Half", Set.of(Permission.BOOKING_MANAGE, Permission.BOOKING_OWN), Optional.empty());
    var key = ApiKey.make(keys.nextId(), ada.user(), terms, keys.nextSecret(), NOW).key();

    assertThat(key.allows(admin.permissions())).containsExactly(Permission.BOOKING_OWN);
  }

  @Test
  void the_keys_of_one_who_may_not_sign_in_are_good_for_nothing_within_a_second() {
    var made = made(TILL);
    assertThat(authenticated(made.secret())).isInstanceOf(Authenticated.class);

    owners.mayNotSignIn(ada.user());
    system.advance(AuthenticateKey.MEMORY);

    assertThat(authenticated(made.secret())).isEqualTo(new Refused());
  }

  @Test
  void what_is_no_secret_of_a_key_is_refused() {
    var made = made(TILL);
    var other = keys.nextSecret(made.key().secrets().prefix());

    assertThat(authenticated(other)).isEqualTo(new Refused());
    assertThat(authenticated(keys.nextSecret())).isEqualTo(new Refused());
    for (var text : new String[] {"", "mk_", "mk_abc_def", made.secret().text() + "x"}) {
      assertThat(authenticate.handle(new AuthenticateKey.Command(text))).isEqualTo(new Refused());
    }
  }

  @Test
  void after_a_rotation_both_secrets_are_good_until_the_overlap_ends() {
    var made = made(TILL);
    var overlap = Duration.ofHours(1);

    var rotated = rotated(made.key(), overlap);

    assertThat(rotated.key().secrets().prefix()).isEqualTo(made.key().secrets().prefix());
    assertThat(authenticated(made.secret())).isInstanceOf(Authenticated.class);
    assertThat(authenticated(rotated.secret())).isInstanceOf(Authenticated.class);
    system.advance(overlap);
    assertThat(authenticated(made.secret())).isEqualTo(new Refused());
    assertThat(authenticated(rotated.secret())).isInstanceOf(Authenticated.class);
    assertThat(outbox.events().getLast())
        .isEqualTo(new ApiKeyRotated(made.key().id(), ada.user(), NOW));
  }

  @Test
  void without_an_overlap_the_old_secret_is_good_for_nothing() {
    var made = made(TILL);

    var rotated = rotated(made.key(), Duration.ZERO);

    assertThat(authenticated(made.secret())).isEqualTo(new Refused());
    assertThat(authenticated(rotated.secret())).isInstanceOf(Authenticated.class);
  }

  @Test
  void a_key_that_has_expired_is_neither_good_nor_rotated() {
    var made = made(new Terms("Short", TILL.scopes(), Optional.of(NOW.plusSeconds(60))));
    system.advance(Duration.ofSeconds(60));

    assertThat(authenticated(made.secret())).isEqualTo(new Refused());
    assertThat(rotate.handle(new RotateApiKey.Command(ada, made.key().id(), Duration.ZERO)))
        .isEqualTo(new RotateApiKey.Outcome.Expired());
  }

  @Test
  void a_key_that_is_withdrawn_is_good_for_nothing_at_once() {
    var made = made(TILL);
    assertThat(authenticated(made.secret())).isInstanceOf(Authenticated.class);

    assertThat(withdraw.handle(new WithdrawApiKey.Command(ada, made.key().id())))
        .isEqualTo(WithdrawApiKey.Outcome.WITHDRAWN);

    assertThat(authenticated(made.secret())).isEqualTo(new Refused());
    assertThat(outbox.events().getLast())
        .isEqualTo(new ApiKeyWithdrawn(made.key().id(), ada.user(), NOW));
    assertThat(withdraw.handle(new WithdrawApiKey.Command(ada, made.key().id())))
        .isEqualTo(WithdrawApiKey.Outcome.NOT_FOUND);
    assertThat(rotate.handle(new RotateApiKey.Command(ada, made.key().id(), Duration.ZERO)))
        .isEqualTo(new RotateApiKey.Outcome.NotFound());
    assertThat(own.handle(new OwnApiKeys.Query.One(ada, made.key().id())))
        .isEqualTo(new OwnApiKeys.Outcome.NotFound());
  }

  @Test
  void the_keys_of_others_are_not_there() {
    var made = made(TILL);

    assertThat(own.handle(new OwnApiKeys.Query.One(ben, made.key().id())))
        .isEqualTo(new OwnApiKeys.Outcome.NotFound());
    assertThat(withdraw.handle(new WithdrawApiKey.Command(ben, made.key().id())))
        .isEqualTo(WithdrawApiKey.Outcome.NOT_FOUND);
    assertThat(rotate.handle(new RotateApiKey.Command(ben, made.key().id(), Duration.ZERO)))
        .isEqualTo(new RotateApiKey.Outcome.NotFound());
    var first = new PageRequest(20, Optional.empty());
    assertThat(own.handle(new OwnApiKeys.Query.All(ben, first)))
        .isInstanceOfSatisfying(
            OwnApiKeys.Outcome.Found.class, found -> assertThat(found.keys().items()).isEmpty());
    assertThat(own.handle(new OwnApiKeys.Query.All(ada, first)))
        .isInstanceOfSatisfying(
            OwnApiKeys.Outcome.Found.class,
            found -> assertThat(found.keys().items()).containsExactly(made.key()));
  }

  @Test
  void nobody_has_keys_who_may_not() {
    var guest = caller(Role.GUEST);
    var key = made(TILL).key().id();

    assertThat(own.handle(new OwnApiKeys.Query.One(guest, key)))
        .isEqualTo(new OwnApiKeys.Outcome.Forbidden());
    assertThat(withdraw.handle(new WithdrawApiKey.Command(guest, key)))
        .isEqualTo(WithdrawApiKey.Outcome.FORBIDDEN);
    assertThat(rotate.handle(new RotateApiKey.Command(guest, key, Duration.ZERO)))
        .isEqualTo(new RotateApiKey.Outcome.Forbidden());
  }

  @Test
  void a_use_is_noted() {
    var made = made(TILL);

    assertThat(authenticated(made.secret())).isInstanceOf(Authenticated.class);

    assertThat(keys.find(made.key().id()).orElseThrow().life().usedAt()).contains(NOW);
  }

  private AuthenticateKey.Outcome authenticated(ApiKeySecret secret) {
    return authenticate.handle(new AuthenticateKey.Command(secret.text()));
  }

  private Shown made(Terms terms) {
    var outcome =
        Acting.of(TENANT)
            .<MakeApiKey.Outcome, RuntimeException>call(
                () -> make.handle(new MakeApiKey.Command(ada, terms)));
    if (outcome instanceof MakeApiKey.Outcome.Made(var key, var secret)) {
      return new Shown(key, secret);
    }
    throw new AssertionError("not made: " + outcome);
  }

  private Shown rotated(ApiKey key, Duration overlap) {
    var outcome = rotate.handle(new RotateApiKey.Command(ada, key.id(), overlap));
    if (outcome instanceof RotateApiKey.Outcome.Rotated(var next, var secret)) {
      return new Shown(next, secret);
    }
    throw new AssertionError("not rotated: " + outcome);
  }

  private static Caller caller(Role role) {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(role));
  }
}
