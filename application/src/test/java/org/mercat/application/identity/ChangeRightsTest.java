package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleUsers.account;
import static org.mercat.application.identity.port.SampleUsers.anyEmail;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.ChangeRights.Act;
import org.mercat.application.identity.ChangeRights.Outcome;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.InMemoryUserRights;
import org.mercat.application.identity.port.InMemoryUserSessions;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.RightsEvent.PermissionsChanged;
import org.mercat.domain.identity.RightsEvent.RolesChanged;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

class ChangeRightsTest {

  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryUserRights rights = new InMemoryUserRights(users);
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(users, rights, outbox);
  private final SettableClock market = new SettableClock(SampleUsers.REGISTERED_AT);
  private final AccessRules access = new AccessRules();
  private final AuthenticateCaller authenticateCaller =
      new AuthenticateCaller(
          new InMemoryTokens(),
          new InMemoryUserSessions(),
          users,
          rights,
          (_, _) -> {},
          unitOfWork,
          market);
  private final ChangeRights change =
      new ChangeRights(access, rights, authenticateCaller, outbox, unitOfWork, market);
  private final RightsOf rightsOf = new RightsOf(access, rights, unitOfWork);

  private final Caller superAdmin = somebody(Role.ADMIN, Role.SUPER_ADMIN);
  private final Caller admin = somebody(Role.ADMIN);
  private final Caller client = somebody(Role.CLIENT);

  @Test
  void an_administrator_gives_and_takes_everyday_roles() {
    var next = Set.of(Role.CLIENT, Role.DRIVER);

    var changed = changed(handled(admin, client, 0, new Act.GiveRoles(next)));

    assertThat(changed).isEqualTo(new Rights(client.user(), next, Set.of(), Set.of(), 1));
    assertThat(outbox.events())
        .containsExactly(
            new RolesChanged(client.user(), Set.of(Role.CLIENT), next, market.instant()));
  }

  @Test
  void what_is_denied_to_a_person_no_role_and_no_grant_gives_back() {
    var act =
        new Act.Permit(
            Set.of(Permission.BOOKING_PLACE, Permission.LISTING_OWN),
            Set.of(Permission.BOOKING_PLACE));

    var changed = changed(handled(admin, client, 0, act));

    assertThat(changed.permissions())
        .contains(Permission.LISTING_OWN)
        .doesNotContain(Permission.BOOKING_PLACE);
    assertThat(outbox.events())
        .containsExactly(
            new PermissionsChanged(
                client.user(),
                Set.of(Permission.LISTING_OWN),
                Set.of(Permission.BOOKING_PLACE),
                market.instant()));
  }

  @Test
  void what_is_so_already_is_no_change() {
    assertThat(handled(admin, client, 0, new Act.GiveRoles(Set.of(Role.CLIENT))))
        .isEqualTo(new Outcome.Changed(found(client.user())));
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void only_super_administrators_make_unmake_and_change_administrators() {
    var other = somebody(Role.ADMIN);
    var promotion = new Act.GiveRoles(Set.of(Role.ADMIN));
    var demotion = new Act.GiveRoles(Set.of(Role.CLIENT));
    var reading = new Act.Permit(Set.of(Permission.AUDIT_READ), Set.of());
    var silence = new Act.Permit(Set.of(), Set.of(Permission.ACCOUNT_OWN));

    assertThat(handled(admin, client, 0, promotion)).isEqualTo(new Outcome.Forbidden());
    assertThat(handled(admin, other, 0, demotion)).isEqualTo(new Outcome.Forbidden());
    assertThat(handled(admin, client, 0, reading)).isEqualTo(new Outcome.Forbidden());
    assertThat(handled(admin, superAdmin, 0, silence)).isEqualTo(new Outcome.Forbidden());
    assertThat(outbox.events()).isEmpty();

    assertThat(changed(handled(superAdmin, client, 0, promotion)).roles())
        .containsExactly(Role.ADMIN);
    assertThat(changed(handled(superAdmin, other, 0, demotion)).roles())
        .containsExactly(Role.CLIENT);
    assertThat(changed(handled(superAdmin, client, 1, reading)).grants())
        .containsExactly(Permission.AUDIT_READ);
  }

  @Test
  void nobody_changes_his_own() {
    var act = new Act.Permit(Set.of(Permission.TENANT_MANAGE), Set.of());

    assertThat(handled(admin, admin, 0, act)).isEqualTo(new Outcome.OwnRights());
    assertThat(handled(superAdmin, superAdmin, 0, act)).isEqualTo(new Outcome.OwnRights());
  }

  @Test
  void the_last_super_administrator_stays_one() {
    var maker =
        new Caller(
            client.user(), Set.of(), Set.of(Permission.ACCOUNT_MANAGE, Permission.ADMIN_MANAGE));

    assertThat(handled(maker, superAdmin, 0, new Act.GiveRoles(Set.of(Role.ADMIN))))
        .isEqualTo(new Outcome.LastSuperAdmin());
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void who_does_not_look_after_accounts_neither_sees_nor_changes_rights() {
    assertThat(handled(client, admin, 0, new Act.GiveRoles(Set.of(Role.CLIENT))))
        .isEqualTo(new Outcome.Forbidden());
    assertThat(rightsOf.handle(new RightsOf.Query(client, admin.user())))
        .isEqualTo(new RightsOf.Outcome.Forbidden());
  }

  @Test
  void nobody_is_found_under_an_unknown_id() {
    var unknown = new Caller(users.nextId(), Set.of(Role.CLIENT));

    assertThat(handled(admin, unknown, 0, new Act.GiveRoles(Set.of(Role.GUEST))))
        .isEqualTo(new Outcome.NotFound());
    assertThat(rightsOf.handle(new RightsOf.Query(admin, unknown.user())))
        .isEqualTo(new RightsOf.Outcome.NotFound());
  }

  @Test
  void a_version_that_the_caller_has_not_seen_is_not_replaced() {
    assertThat(handled(admin, client, 7, new Act.GiveRoles(Set.of(Role.GUEST))))
        .isEqualTo(new Outcome.Stale());
  }

  private Outcome handled(Caller caller, Caller whom, long version, Act act) {
    return change.handle(new ChangeRights.Command(caller, whom.user(), version, act));
  }

  private static Rights changed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    return ((Outcome.Changed) outcome).rights();
  }

  private Rights found(UserId user) {
    var outcome = rightsOf.handle(new RightsOf.Query(admin, user));
    assertThat(outcome).isInstanceOf(RightsOf.Outcome.Found.class);
    return ((RightsOf.Outcome.Found) outcome).rights();
  }

  private Caller somebody(Role... roles) {
    var account = account(users.nextId(), anyEmail(), Set.of(roles), Status.ACTIVE);
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return new Caller(account.id(), account.roles());
  }
}
