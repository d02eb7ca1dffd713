package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleUsers.account;
import static org.mercat.application.identity.port.SampleUsers.anyEmail;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.ifMatch;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.ChangeRights;
import org.mercat.application.identity.RightsOf;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.InMemoryUserRights;
import org.mercat.application.identity.port.InMemoryUserSessions;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

class RightsResourcesTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final String DRIVER = "{'roles': ['client', 'driver']}";
  private static final String ADMINISTRATOR = "{'roles': ['admin']}";

  private final Access access = new AccessRules();
  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryUserRights rights = new InMemoryUserRights(users);
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(users, rights, outbox);
  private final AuthenticateCaller authenticateCaller =
      new AuthenticateCaller(
          new InMemoryTokens(),
          new InMemoryUserSessions(),
          users,
          rights,
          (_, _) -> {},
          unitOfWork,
          CLOCK);
  private final RightsChange change =
      new RightsChange(
          new RightsOf(access, rights, unitOfWork),
          new ChangeRights(access, rights, authenticateCaller, outbox, unitOfWork, CLOCK));
  private final RolesResource roles = new RolesResource(change);
  private final PermissionsResource permissions = new PermissionsResource(change);

  private final SignedIn superAdmin = somebody(Role.ADMIN, Role.SUPER_ADMIN);
  private final SignedIn admin = somebody(Role.ADMIN);
  private final SignedIn client = somebody(Role.CLIENT);

  @Test
  void an_administrator_gives_roles_to_somebody_whom_he_has_seen() {
    assertThat(problem(give(client, DRIVER, noHeaders(), admin))).isEqualTo("IF_MATCH_MISSING");
    assertThat(problem(give(client, DRIVER, ifMatch(4), admin))).isEqualTo("STALE");

    var given = give(client, DRIVER, ifMatch(0), admin);

    assertThat(given.getStatus()).isEqualTo(200);
    assertThat(given.getEntityTag()).isEqualTo(new EntityTag("1"));
    assertThat(body(given.getEntity()).get("roles")).isEqualTo(json("['client', 'driver']"));
  }

  @Test
  void what_is_permitted_is_shown_with_what_comes_of_it() {
    var both = "{'grants': ['LISTING_OWN'], 'denials': ['BOOKING_OWN']}";

    assertThat(permit(client, both, ifMatch(0), admin).getStatus()).isEqualTo(200);

    assertThat(body(shown(client, admin).getEntity()))
        .isEqualTo(
            json(
                "{'roles': ['client'], 'grants': ['LISTING_OWN'], 'denials': ['BOOKING_OWN'],"
                    + " 'permissions':"
                    + " ['ACCOUNT_OWN', 'API_KEY_OWN', 'LISTING_OWN', 'REVIEW_WRITE']}"));
  }

  @Test
  void who_does_not_look_after_accounts_sees_and_changes_nothing() {
    assertThat(problem(shown(admin, client))).isEqualTo("FORBIDDEN");
    assertThat(problem(give(admin, DRIVER, ifMatch(0), client))).isEqualTo("FORBIDDEN");
  }

  @Test
  void an_administrator_makes_no_other_one() {
    assertThat(problem(give(client, ADMINISTRATOR, ifMatch(0), admin))).isEqualTo("FORBIDDEN");
    assertThat(give(client, ADMINISTRATOR, ifMatch(0), superAdmin).getStatus()).isEqualTo(200);
  }

  @Test
  void nobody_changes_his_own() {
    assertThat(problem(give(superAdmin, DRIVER, ifMatch(0), superAdmin))).isEqualTo("FORBIDDEN");
  }

  @Test
  void the_last_super_administrator_stays_one() {
    var maker =
        new Caller(
            client.caller().user(),
            Set.of(),
            Set.of(Permission.ACCOUNT_MANAGE, Permission.ADMIN_MANAGE));

    assertThat(problem(give(superAdmin, DRIVER, ifMatch(0), new SignedIn(maker, client.session()))))
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void there_is_nobody_under_an_unknown_id() {
    var nobody = SignedIn.as(Role.CLIENT);

    assertThat(problem(shown(nobody, admin))).isEqualTo("NOT_FOUND");
    assertThat(problem(give(nobody, DRIVER, ifMatch(0), admin))).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'roles': []} | UNACCEPTABLE_REQUEST /roles OUT_OF_RANGE",
        "{'roles': ['king']} | UNACCEPTABLE_REQUEST /roles/0 OUT_OF_RANGE",
        "{'roles': 'client'} | UNACCEPTABLE_REQUEST /roles MALFORMED",
        "{} | UNACCEPTABLE_REQUEST /roles REQUIRED"
      })
  void wrong_roles_are_refused(String body, String problem) {
    assertThat(problem(give(client, body, ifMatch(0), admin))).isEqualTo(problem);
  }

  @Test
  void wrong_permissions_are_refused_together() {
    assertThat(problem(permit(client, "{'grants': ['FLY'], 'x': 1}", ifMatch(0), admin)))
        .contains("/grants/0 OUT_OF_RANGE", "/denials REQUIRED", "/x UNKNOWN_MEMBER");
  }

  private Response shown(SignedIn whom, SignedIn caller) {
    return permissions.show(id(whom), plain(), caller);
  }

  private Response give(SignedIn whom, String body, HttpHeaders headers, SignedIn caller) {
    return answered(() -> roles.give(id(whom), json(body), plain(), headers, caller));
  }

  private Response permit(SignedIn whom, String body, HttpHeaders headers, SignedIn caller) {
    return answered(() -> permissions.permit(id(whom), json(body), plain(), headers, caller));
  }

  private static UUID id(SignedIn somebody) {
    return somebody.caller().user().value();
  }

  private SignedIn somebody(Role... is) {
    UserId id = users.nextId();
    var account = account(id, anyEmail(), Set.of(is), Status.ACTIVE);
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return SignedIn.as(id, is);
  }
}
