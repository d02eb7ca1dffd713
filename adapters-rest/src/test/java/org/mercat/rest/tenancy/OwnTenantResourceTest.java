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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.tenancy.port.Members.Member;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

class OwnTenantResourceTest {

  private static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);
  private static final SignedIn CLIENT = SignedIn.as(Role.CLIENT);
  private static final String QUEBEC =
      "{'code': 'CA-QC', 'law': 'law_25', 'retentionDays': 365, 'consentRequired': true}";
  private static final String REGIONS = "{'regions': [" + QUEBEC + "]}";

  private final MemoryTenancy tenancy = new MemoryTenancy();
  private final OwnTenantResource resource = tenancy.ownTenantResource;

  @Test
  void the_settings_in_force_are_shown_with_their_version() {
    var answer = resource.find(plain(), ADMIN);

    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("0"));
    assertThat(body(answer.getEntity()))
        .isEqualTo(
            json(
                "{'verificationRequired': false, 'adminSecondFactorRequired': false,"
                    + " 'moderation': 'post', 'language': 'en', 'hosts': []}"));
  }

  @Test
  void a_patch_changes_what_it_names_in_the_version_that_was_read() {
    assertThat(problem(patch("{}", noHeaders()))).isEqualTo("IF_MATCH_MISSING");

    var first =
        patch(
            "{'verificationRequired': true, 'adminSecondFactorRequired': true, 'language': 'fr',"
                + " 'region': 'CA-QC'}",
            ifMatch(0));
    assertThat(first.getEntityTag()).isEqualTo(new EntityTag("1"));
    assertThat(problem(patch("{'moderation': 'pre'}", ifMatch(0)))).isEqualTo("STALE");
    var second = patch("{'moderation': 'pre', 'region': null}", ifMatch(1));

    assertThat(body(second.getEntity()))
        .isEqualTo(
            json(
                "{'verificationRequired': true, 'adminSecondFactorRequired': true,"
                    + " 'moderation': 'pre', 'language': 'fr', 'hosts': []}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'moderation': 'never'} | /moderation OUT_OF_RANGE",
        "{'language': 'de'} | /language OUT_OF_RANGE",
        "{'region': 'Quebec'} | /region MALFORMED",
        "{'verificationRequired': null} | /verificationRequired REQUIRED",
        "{'hosts': ['paws.example.org']} | /hosts UNKNOWN_MEMBER",
      })
  void a_wrong_member_is_named(String body, String violation) {
    assertThat(problem(patch(body, ifMatch(0)))).isEqualTo("UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void regions_are_replaced_as_a_whole() {
    assertThat(body(resource.regions(plain(), ADMIN).getEntity()))
        .isEqualTo(json("{'regions': []}"));

    var first = setRegions(REGIONS, noHeaders());
    assertThat(first.getEntityTag()).isEqualTo(new EntityTag("1"));
    assertThat(body(first.getEntity())).isEqualTo(json(REGIONS));
    assertThat(problem(setRegions(REGIONS, noHeaders()))).isEqualTo("IF_MATCH_MISSING");

    assertThat(body(setRegions("{'regions': []}", ifMatch(1)).getEntity()))
        .isEqualTo(json("{'regions': []}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CA-QC | Quebec | /regions/0/code MALFORMED",
        "law_25 | law_26 | /regions/0/law OUT_OF_RANGE",
        "365 | 0 | /regions/0/retentionDays OUT_OF_RANGE",
        "true | 1 | /regions/0/consentRequired MALFORMED",
      })
  void a_wrong_region_is_named(String right, String wrong, String violation) {
    assertThat(problem(setRegions(REGIONS.replace(right, wrong), noHeaders())))
        .isEqualTo("UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void a_code_stands_once() {
    assertThat(problem(setRegions("{'regions': [" + QUEBEC + "," + QUEBEC + "]}", noHeaders())))
        .isEqualTo("UNACCEPTABLE_REQUEST /regions OUT_OF_RANGE");
  }

  @Test
  void the_members_are_listed() {
    tenancy.members.add(
        new Member(
            CLIENT.caller().user(),
            "ada@example.org",
            "Ada",
            "Lovelace",
            Set.of(Role.CLIENT),
            "PENDING_VERIFICATION",
            MemoryTenancy.NOW));

    assertThat(body(resource.members(plain(), ADMIN).getEntity()).path("items"))
        .containsExactly(
            json(
                """
                {'id': '%s', 'email': 'ada@example.org', 'firstName': 'Ada',
                 'lastName': 'Lovelace', 'roles': ['client'], 'status': 'pending_verification',
                 'registeredAt': '2026-11-15T14:00:00Z'}
                """
                    .formatted(CLIENT.caller().user().value())));
  }

  @Test
  void nobody_else_sees_or_changes_the_market() {
    assertThat(refusal(resource.find(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.regions(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.members(plain(), CLIENT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.change(json("{}"), plain(), ifMatch(0), CLIENT)))
        .isEqualTo("403 FORBIDDEN");
  }

  private Response patch(String body, HttpHeaders headers) {
    return answered(() -> resource.change(json(body), plain(), headers, ADMIN));
  }

  private Response setRegions(String body, HttpHeaders headers) {
    return answered(() -> resource.setRegions(json(body), plain(), headers, ADMIN));
  }
}
