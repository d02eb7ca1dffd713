package org.mercat.rest.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.catalog.MemoryMarket.ADMIN;
import static org.mercat.rest.catalog.MemoryMarket.CLIENT;
import static org.mercat.rest.catalog.MemoryMarket.PAWS;
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
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.Role;
import org.mercat.rest.catalog.MemoryMarket;
import org.mercat.rest.shared.SignedIn;

class ProvidersResourceTest {

  private final MemoryMarket market = new MemoryMarket();
  private final ProvidersResource resource = market.providersResource;
  private final SignedIn vendor = SignedIn.as(Role.PROVIDER);

  @Test
  void a_new_provider_is_201_with_the_whole_of_it() {
    var answer = register(PAWS, vendor);

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("0"));
    var whole = body(answer.getEntity());
    assertThat(answer.getLocation())
        .hasToString("/api/v1/providers/" + whole.path("id").textValue());
    assertThat(whole)
        .isEqualTo(
            json(
                """
                {'id': '%s', 'businessName': 'Paws', 'slug': 'paws', 'verification': 'pending',
                 'status': 'pending', 'payable': false,
                 'providerType': 'service_provider', 'timeZone': 'America/Toronto',
                 'country': 'CA', 'subdivision': 'ON', 'serviceRadiusMetres': 25000,
                 'postalCode': 'M5V 2T6', 'lat': 43.6532, 'lon': -79.3832,
                 'taxRegistration': '123456782RT0001', 'registeredAt': '2026-11-15T14:00:00Z'}
                """
                    .formatted(whole.path("id").textValue())));
  }

  @Test
  void only_a_vendor_becomes_a_provider_and_only_once() {
    assertThat(problem(register(PAWS, CLIENT))).isEqualTo("FORBIDDEN");
    assertThat(register(PAWS, vendor).getStatus()).isEqualTo(201);
    assertThat(problem(register(PAWS, vendor))).isEqualTo("WRONG_STATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'country': 'CA' | 'country': 'XX' | /country MALFORMED",
        "'subdivision': 'ON' | 'subdivision': 'XX' | /subdivision OUT_OF_RANGE",
        "'postalCode': 'm5v2t6' | 'postalCode': '90210' | /postalCode MALFORMED",
        "'timeZone': 'America/Toronto' | 'timeZone': '+05:00' | /timeZone MALFORMED",
        "'lat': 43.6532, | '' | /lat REQUIRED",
        "'lat': 43.6532 | 'lat': 91 | /lat OUT_OF_RANGE",
        "123456782RT0001 | 123456789RT0001 | /taxRegistration MALFORMED",
        "25000 | 0 | /serviceRadiusMetres OUT_OF_RANGE",
        "'businessName': 'Paws' | 'businessName': '' | /businessName OUT_OF_RANGE",
        "'businessName': 'Paws', | 'verification': 'verified', | /businessName REQUIRED"
            + " /verification UNKNOWN_MEMBER"
      })
  void a_wrong_member_is_named(String right, String wrong, String violation) {
    var sent = PAWS.replace(right, wrong.equals("''") ? "" : wrong);

    assertThat(problem(register(sent, vendor))).isEqualTo("UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void everybody_sees_a_provider_but_not_where_it_lives() {
    var own = body(register(PAWS, vendor).getEntity());

    var answer = resource.find(UUID.fromString(own.path("id").textValue()), plain());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body(answer.getEntity()).path("businessName").textValue()).isEqualTo("Paws");
    assertThat(body(answer.getEntity()).has("postalCode")).isFalse();
    assertThat(body(answer.getEntity()).has("lat")).isFalse();
    assertThat(problem(resource.find(UUID.randomUUID(), plain()))).isEqualTo("NOT_FOUND");
  }

  @Test
  void a_provider_sees_itself() {
    assertThat(problem(resource.own(plain(), vendor))).isEqualTo("NOT_FOUND");

    var registered = register(PAWS, vendor);

    var own = resource.own(plain(), vendor);
    assertThat(own.getEntityTag()).isEqualTo(registered.getEntityTag());
    assertThat(body(own.getEntity())).isEqualTo(body(registered.getEntity()));
  }

  @Test
  void a_patch_changes_what_it_names() {
    assertThat(register(PAWS, vendor).getStatus()).isEqualTo(201);

    var answer =
        patch(
            """
            {'bio': 'Dogs like us.', 'publicEmail': 'Hello@Example.org', 'city': 'Toronto',
             'website': 'https://example.org/paws', 'lat': null, 'lon': null}
            """,
            ifMatch(0));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("1"));
    var changed = body(answer.getEntity());
    assertThat(changed.path("bio").textValue()).isEqualTo("Dogs like us.");
    assertThat(changed.path("publicEmail").textValue()).isEqualTo("hello@example.org");
    assertThat(changed.path("city").textValue()).isEqualTo("Toronto");
    assertThat(changed.path("businessName").textValue()).isEqualTo("Paws");
    assertThat(changed.has("lat")).isFalse();
    assertThat(changed.has("publicPhone")).isFalse();
  }

  @Test
  void a_tenant_outside_is_named_by_the_provider_and_verified_by_an_administrator() {
    var id = UUID.fromString(body(register(PAWS, vendor).getEntity()).path("id").textValue());
    var verified = json("{'verification': 'verified'}");
    assertThat(problem(resource.judgeLink(id, verified, plain(), SignedIn.as(Role.ADMIN))))
        .isEqualTo("WRONG_STATE");

    var linked = patch("{'providerType': 'both', 'tenantLink': 'kennel-7'}", ifMatch(0));
    assertThat(body(linked.getEntity()).path("providerType").textValue()).isEqualTo("both");
    assertThat(body(linked.getEntity()).path("tenantLink"))
        .isEqualTo(json("{'id': 'kennel-7', 'verified': false}"));
    assertThat(problem(resource.judgeLink(id, verified, plain(), vendor))).isEqualTo("FORBIDDEN");
    var judged = resource.judgeLink(id, verified, plain(), SignedIn.as(Role.ADMIN));

    assertThat(body(judged.getEntity()).path("tenantLink"))
        .isEqualTo(json("{'id': 'kennel-7', 'verified': true}"));
    assertThat(body(resource.find(id, plain()).getEntity()).has("tenantLink")).isFalse();
    var unlinked = patch("{'tenantLink': null}", ifMatch(2));
    assertThat(body(unlinked.getEntity()).has("tenantLink")).isFalse();
    assertThat(problem(patch("{'tenantLink': {'id': 'x', 'verified': true}}", ifMatch(3))))
        .isEqualTo("UNACCEPTABLE_REQUEST /tenantLink MALFORMED");
    assertThat(problem(resource.judgeLink(id, json("{}"), plain(), SignedIn.as(Role.ADMIN))))
        .isEqualTo("UNACCEPTABLE_REQUEST /verification REQUIRED");
    assertThat(
            problem(
                resource.judgeLink(UUID.randomUUID(), verified, plain(), SignedIn.as(Role.ADMIN))))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void a_patch_needs_the_version_it_was_made_from() {
    assertThat(problem(patch("{}", ifMatch(0)))).isEqualTo("NOT_FOUND");
    assertThat(register(PAWS, vendor).getStatus()).isEqualTo(201);

    assertThat(problem(patch("{}", noHeaders()))).isEqualTo("IF_MATCH_MISSING");
    assertThat(problem(patch("{}", ifMatch(3)))).isEqualTo("STALE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'subdivision': 'XX'} | /subdivision OUT_OF_RANGE",
        "{'country': 'ZZ'} | /country MALFORMED",
        "{'lat': null} | /lat REQUIRED",
        "{'businessName': null} | /businessName REQUIRED",
        "{'slug': 'mine'} | /slug UNKNOWN_MEMBER",
        "{'website': 'javascript:alert(1)'} | /website MALFORMED",
        "{'publicEmail': 'nobody'} | /publicEmail MALFORMED"
      })
  void a_wrong_member_of_a_patch_is_named(String sent, String violation) {
    assertThat(register(PAWS, vendor).getStatus()).isEqualTo(201);

    assertThat(problem(patch(sent, ifMatch(0)))).isEqualTo("UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void an_administrator_says_whether_a_provider_is_trusted() {
    var id = UUID.fromString(body(register(PAWS, vendor).getEntity()).path("id").textValue());

    assertThat(problem(verify(id, "{'verification': 'verified'}", vendor))).isEqualTo("FORBIDDEN");
    assertThat(problem(verify(id, "{'verification': 'maybe'}", ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /verification OUT_OF_RANGE");
    assertThat(problem(verify(UUID.randomUUID(), "{'verification': 'verified'}", ADMIN)))
        .isEqualTo("NOT_FOUND");

    var verified = verify(id, "{'verification': 'verified'}", ADMIN);
    assertThat(verified.getStatus()).isEqualTo(200);
    assertThat(body(verified.getEntity()).path("verification").textValue()).isEqualTo("verified");
    assertThat(body(verified.getEntity()).path("status").textValue()).isEqualTo("active");

    var rejected = verify(id, "{'verification': 'rejected', 'reason': 'no papers'}", ADMIN);
    assertThat(body(rejected.getEntity()).path("verification").textValue()).isEqualTo("rejected");
    assertThat(body(rejected.getEntity()).path("rejectionReason").textValue())
        .isEqualTo("no papers");
  }

  private Response register(String sent, SecurityContext caller) {
    return resource.register(json(sent), plain(), caller);
  }

  private Response patch(String sent, HttpHeaders headers) {
    return answered(() -> resource.change(json(sent), plain(), headers, vendor));
  }

  private Response verify(UUID id, String sent, SecurityContext caller) {
    return resource.verify(id, json(sent), plain(), caller);
  }
}
