package org.mercat.rest.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.integration.AuthenticateKey;
import org.mercat.application.integration.MakeApiKey;
import org.mercat.application.integration.OwnApiKeys;
import org.mercat.application.integration.RotateApiKey;
import org.mercat.application.integration.WithdrawApiKey;
import org.mercat.application.integration.port.InMemoryApiKeys;
import org.mercat.application.integration.port.InMemoryKeyOwners;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

class ApiKeysResourceTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final SignedIn CLIENT = SignedIn.as(Role.CLIENT);
  private static final SignedIn GUEST = SignedIn.as(Role.GUEST);
  private static final String TILL =
      "{'name': 'The till', 'scopes': ['booking_own', 'booking_place'],"
          + " 'expiresAt': '2026-11-16T14:00:00Z'}";

  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(keys, outbox);
  private final AccessRules access = new AccessRules();
  private final SettableClock system = new SettableClock(NOW);
  private final ApiKeysResource resource =
      new ApiKeysResource(
          new MakeApiKey(keys, access, outbox, unitOfWork, system),
          new RotateApiKey(keys, access, outbox, unitOfWork, system),
          new WithdrawApiKey(
              keys,
              new AuthenticateKey(keys, new InMemoryKeyOwners(), unitOfWork, system),
              access,
              outbox,
              unitOfWork,
              system),
          new OwnApiKeys(keys, access, unitOfWork));

  @Test
  void the_secret_of_a_new_key_is_shown_once() {
    var answer = make(TILL, CLIENT);

    assertThat(answer.getStatus()).isEqualTo(201);
    var made = body(answer.getEntity());
    var id = made.path("id").textValue();
    assertThat(answer.getLocation()).hasToString("/api/v1/api-keys/" + id);
    assertThat(made.path("secret").textValue())
        .startsWith(made.path("prefix").textValue() + "_")
        .startsWith("mk_");
    assertThat(answer.getEntity()).asString().doesNotContain(made.path("secret").textValue());
    var shown =
        json(
            """
            {'id': '%s', 'name': 'The till', 'prefix': '%s',
             'scopes': ['booking_own', 'booking_place'], 'madeAt': '2026-11-15T14:00:00Z',
             'expiresAt': '2026-11-16T14:00:00Z'}
            """
                .formatted(id, made.path("prefix").textValue()));
    assertThat(body(find(id).getEntity())).isEqualTo(shown);
    assertThat(body(resource.list(plain(), CLIENT).getEntity()).path("items"))
        .containsExactly(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'The till' | '' | /name OUT_OF_RANGE",
        "'booking_own' | 'api_key_own' | /scopes/0 OUT_OF_RANGE",
        "'booking_own' | 'account_manage' | /scopes/0 OUT_OF_RANGE",
        "'booking_own' | 'ledger_audit' | /scopes OUT_OF_RANGE",
        "'2026-11-16T14:00:00Z' | '2026-11-15T14:00:00Z' | /expiresAt OUT_OF_RANGE",
        "'expiresAt' | 'owner' | /owner UNKNOWN_MEMBER",
        "['booking_own', 'booking_place'] | [] | /scopes OUT_OF_RANGE",
      })
  void a_wrong_member_is_named(String right, String wrong, String violation) {
    assertThat(problem(make(TILL.replace(right, wrong), CLIENT)))
        .isEqualTo("UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void a_rotation_shows_the_next_secret_and_how_long_the_one_before_is_good() {
    var made = body(make(TILL, CLIENT).getEntity());
    var id = made.path("id").textValue();

    var usual = body(rotate(id, null).getEntity());
    assertThat(usual.path("secret")).isNotEqualTo(made.path("secret"));
    assertThat(usual.path("prefix")).isEqualTo(made.path("prefix"));
    assertThat(usual.path("previousUntil").textValue()).isEqualTo("2026-11-16T14:00:00Z");

    var quick = body(rotate(id, json("{'overlapSeconds': 60}")).getEntity());
    assertThat(quick.path("previousUntil").textValue()).isEqualTo("2026-11-15T14:01:00Z");
    assertThat(body(rotate(id, json("{'overlapSeconds': 0}")).getEntity()).has("previousUntil"))
        .isFalse();
    assertThat(problem(rotate(id, json("{'overlapSeconds': 604801}"))))
        .isEqualTo("UNACCEPTABLE_REQUEST /overlapSeconds OUT_OF_RANGE");
    system.advance(Duration.ofDays(1));
    assertThat(refusal(rotate(id, null))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void a_key_that_is_withdrawn_is_gone() {
    var id = body(make(TILL, CLIENT).getEntity()).path("id").textValue();

    assertThat(withdraw(id, CLIENT).getStatus()).isEqualTo(204);

    assertThat(refusal(find(id))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(withdraw(id, CLIENT))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(rotate(id, null))).isEqualTo("404 NOT_FOUND");
    assertThat(body(resource.list(plain(), CLIENT).getEntity()).path("items")).isEmpty();
  }

  @Test
  void who_may_have_no_keys_is_told_so() {
    var id = UUID.randomUUID();

    assertThat(refusal(make(TILL, GUEST))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.list(plain(), GUEST))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(withdraw(id.toString(), GUEST))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.rotate(id, null, plain(), GUEST))).isEqualTo("403 FORBIDDEN");
  }

  private Response make(String body, SecurityContext security) {
    return resource.make(json(body), plain(), security);
  }

  private Response find(String id) {
    return resource.find(UUID.fromString(id), plain(), CLIENT);
  }

  private Response rotate(String id, @Nullable JsonNode body) {
    return resource.rotate(UUID.fromString(id), body, plain(), CLIENT);
  }

  private Response withdraw(String id, SecurityContext security) {
    return resource.withdraw(UUID.fromString(id), plain(), security);
  }
}
