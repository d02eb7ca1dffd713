package org.mercat.rest.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.ifMatch;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.tenancy.port.Tenants.Storing;
import org.mercat.domain.shared.Role;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.rest.shared.SignedIn;

class TenantsResourceTest {

  private static final SignedIn OPERATOR = SignedIn.as(Role.SUPER_ADMIN);
  private static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);
  private static final String ADA =
      "'administrator': {'email': 'Ada@example.org', 'password': 'correct horse'}";
  private static final String PAWS =
      "{'name': 'Paws & Co', 'hosts': ['Paws.example.org.'], " + ADA + "}";

  private final MemoryTenancy tenancy = new MemoryTenancy();
  private final TenantsResource resource = tenancy.tenantsResource;

  @Test
  void a_new_tenant_is_201_with_the_whole_of_it() {
    var answer = open(PAWS, OPERATOR);

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("0"));
    var whole = body(answer.getEntity());
    var id = whole.path("id").textValue();
    assertThat(answer.getLocation()).hasToString("/api/v1/admin/tenants/" + id);
    assertThat(whole)
        .isEqualTo(
            json(
                """
                {'id': '%s', 'name': 'Paws & Co', 'slug': 'paws-co',
                 'hosts': ['paws.example.org'], 'status': 'active',
                 'openedAt': '2026-11-15T14:00:00Z'}
                """
                    .formatted(id)));
    assertThat(tenancy.administrators.of(new TenantId(UUID.fromString(id))))
        .contains("ada@example.org");
    assertThat(body(find(id, OPERATOR).getEntity())).isEqualTo(whole);
    assertThat(body(resource.list(plain(), OPERATOR).getEntity()).path("items"))
        .containsExactly(whole);
  }

  @Test
  void a_slug_and_a_host_are_taken_once() {
    assertThat(open(PAWS, OPERATOR).getStatus()).isEqualTo(201);

    assertThat(problem(open("{'name': 'Paws co', " + ADA + "}", OPERATOR)))
        .isEqualTo("WRONG_STATE");
    var host = "{'name': 'Claws', 'hosts': ['paws.example.org'], " + ADA + "}";
    assertThat(problem(open(host, OPERATOR))).isEqualTo("WRONG_STATE");
    assertThat(open("{'name': 'Paws co', 'slug': 'other', " + ADA + "}", OPERATOR).getStatus())
        .isEqualTo(201);
  }

  @Test
  void an_administrator_may_be_left_to_choose_a_password() {
    var answer = open("{'name': 'Paws', 'administrator': {'email': 'a@b.org'}}", OPERATOR);

    assertThat(answer.getStatus()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Paws & Co' | '' | /name OUT_OF_RANGE",
        "'Paws.example.org.' | 'paws:80' | /hosts/0 MALFORMED",
        "'Ada@example.org' | 'ada' | /administrator/email MALFORMED",
        "'correct horse' | 'short' | /administrator/password OUT_OF_RANGE",
        "'correct horse' | 'password1' | /administrator/password GUESSABLE",
        "'name' | 'status' | /name REQUIRED /status UNKNOWN_MEMBER",
      })
  void a_wrong_member_is_named(String right, String wrong, String violation) {
    assertThat(problem(open(PAWS.replace(right, wrong), OPERATOR)))
        .isEqualTo("UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void a_patch_changes_what_it_names_in_the_version_that_was_read() {
    var id = opened();

    assertThat(problem(patch(id, "{}", noHeaders(), OPERATOR))).isEqualTo("IF_MATCH_MISSING");
    assertThat(problem(patch(id, "{}", ifMatch(7), OPERATOR))).isEqualTo("STALE");
    assertThat(problem(patch(id, "{'slug': 'claws'}", ifMatch(0), OPERATOR)))
        .isEqualTo("UNACCEPTABLE_REQUEST /slug UNKNOWN_MEMBER");
    var answer = patch(id, "{'status': 'suspended'}", ifMatch(0), OPERATOR);

    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("1"));
    assertThat(body(answer.getEntity()).path("status").textValue()).isEqualTo("suspended");
    assertThat(body(answer.getEntity()).path("name").textValue()).isEqualTo("Paws & Co");
    assertThat(body(answer.getEntity()).path("hosts")).hasSize(1);
  }

  @Test
  void a_host_that_another_tenant_has_is_not_taken_from_it() {
    var _ = opened();
    var other = body(open("{'name': 'Claws', " + ADA + "}", OPERATOR).getEntity());

    var answer =
        patch(
            other.path("id").textValue(), "{'hosts': ['paws.example.org']}", ifMatch(0), OPERATOR);

    assertThat(refusal(answer)).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void the_default_tenant_is_not_suspended() {
    var tenant =
        Tenant.open(TenantId.DEFAULT, "Mercat", new Slug("mercat"), Set.of(), MemoryTenancy.NOW)
            .tenant();
    assertThat(tenancy.tenants.add(tenant)).isEqualTo(Storing.STORED);

    var answer =
        patch(TenantId.DEFAULT.value().toString(), "{'status': 'suspended'}", ifMatch(0), OPERATOR);

    assertThat(refusal(answer)).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void nobody_else_learns_of_tenants() {
    var id = opened();

    assertThat(refusal(open(PAWS, ADMIN))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(find(id, ADMIN))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.list(plain(), ADMIN))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(patch(id, "{}", ifMatch(0), ADMIN))).isEqualTo("403 FORBIDDEN");
    var unknown = UUID.randomUUID().toString();
    assertThat(refusal(find(unknown, OPERATOR))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(patch(unknown, "{}", ifMatch(0), OPERATOR))).isEqualTo("404 NOT_FOUND");
  }

  private String opened() {
    return body(open(PAWS, OPERATOR).getEntity()).path("id").textValue();
  }

  private Response open(String body, SecurityContext security) {
    return answered(() -> resource.open(json(body), plain(), security));
  }

  private Response find(String id, SecurityContext security) {
    return answered(() -> resource.find(UUID.fromString(id), plain(), security));
  }

  private Response patch(String id, String body, HttpHeaders headers, SecurityContext security) {
    return answered(
        () -> resource.change(UUID.fromString(id), json(body), plain(), headers, security));
  }
}
