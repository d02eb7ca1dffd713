package org.mercat.rest.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.rest.catalog.MemoryMarket.CLIENT;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.ifMatch;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.query;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.shared.Role;
import org.mercat.rest.catalog.MemoryMarket;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;

class AvailabilityResourcesTest {

  private static final String WEEK =
      """
      {'hours': [{'day': 'tuesday', 'from': '00:30', 'to': '24:00'},
                 {'day': 'monday', 'from': '09:00', 'to': '11:00'}]}
      """;

  private final MemoryMarket market = new MemoryMarket();
  private final WeeklyHoursResource hours =
      new WeeklyHoursResource(market.setWeeklyHours, market.weeklyHours);
  private final SlotsResource slots = new SlotsResource(market.details, market.freeSlots);
  private final SignedIn vendor = market.verified();

  @Test
  void the_first_week_needs_no_version_and_the_next_one_does() {
    assertThat(problem(hours.find(plain(), vendor))).isEqualTo("NOT_FOUND");

    var first = set(WEEK, noHeaders(), vendor);
    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(first.getEntityTag()).isEqualTo(new EntityTag("0"));
    assertThat(body(first.getEntity()))
        .isEqualTo(
            json(
                """
                {'hours': [{'day': 'monday', 'from': '09:00', 'to': '11:00'},
                           {'day': 'tuesday', 'from': '00:30', 'to': '24:00'}]}
                """));
    assertThat(body(hours.find(plain(), vendor).getEntity())).isEqualTo(body(first.getEntity()));

    assertThat(problem(set(WEEK, noHeaders(), vendor))).isEqualTo("IF_MATCH_MISSING");
    assertThat(problem(set(WEEK, ifMatch(7), vendor))).isEqualTo("STALE");
    var second = set("{'hours': []}", ifMatch(0), vendor);
    assertThat(second.getEntityTag()).isEqualTo(new EntityTag("1"));
    assertThat(body(second.getEntity())).isEqualTo(json("{'hours': []}"));
  }

  @Test
  void only_a_registered_provider_has_hours() {
    assertThat(problem(set(WEEK, noHeaders(), CLIENT))).isEqualTo("FORBIDDEN");
    assertThat(problem(set(WEEK, noHeaders(), SignedIn.as(Role.PROVIDER))))
        .isEqualTo("WRONG_STATE");
    assertThat(problem(set(WEEK, ifMatch(0), vendor))).isEqualTo("STALE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'from': '09:00' | 'from': '11:00' | UNACCEPTABLE_REQUEST /hours/1/to OUT_OF_RANGE",
        "'from': '09:00' | 'from': '9' | UNACCEPTABLE_REQUEST /hours/1/from MALFORMED",
        "'from': '09:00' | 'from': '24:00' | UNACCEPTABLE_REQUEST /hours/1/from MALFORMED",
        "'monday' | 'Montag' | UNACCEPTABLE_REQUEST /hours/1/day OUT_OF_RANGE",
        "'monday' | 'tuesday' | RULE_OVERLAP"
      })
  void a_wrong_week_is_refused(String right, String wrong, String problem) {
    assertThat(problem(set(WEEK.replace(right, wrong), noHeaders(), vendor))).isEqualTo(problem);
  }

  @Test
  void the_free_slots_of_a_listing_are_told_in_the_zone_of_the_provider() {
    var slug = market.published(vendor);
    assertThat(set(WEEK, noHeaders(), vendor).getStatus()).isEqualTo(200);

    var found = slots.find(slug, query("from=2026-11-16&to=2026-11-17"));

    assertThat(found.items()).hasSize(3);
    assertThat(body(found.items().getFirst()))
        .isEqualTo(
            json(
                """
                {'start': '2026-11-16T14:00:00Z', 'end': '2026-11-16T15:00:00Z',
                 'local': '2026-11-16T09:00', 'zone': 'America/Toronto'}
                """));
    assertThat(found.nextCursor()).isEmpty();
    assertThat(slots.find(slug, query("from=2026-11-16&to=2026-11-17&durationMinutes=120")).items())
        .hasSize(1);
  }

  @Test
  void where_clocks_go_back_the_repeated_hour_is_offered_twice() {
    market.clock.set(Instant.parse("2026-10-20T12:00:00Z"));
    var slug = market.published(vendor);
    assertThat(set(sunday("00:30", "04:00"), noHeaders(), vendor).getStatus()).isEqualTo(200);

    var found = slots.find(slug, query("from=2026-11-01&to=2026-11-02")).items();

    assertThat(found)
        .extracting(slot -> body(slot).path("start").asText())
        .containsExactly(
            "2026-11-01T04:30:00Z",
            "2026-11-01T05:00:00Z",
            "2026-11-01T05:30:00Z",
            "2026-11-01T06:00:00Z",
            "2026-11-01T06:30:00Z",
            "2026-11-01T07:00:00Z",
            "2026-11-01T07:30:00Z",
            "2026-11-01T08:00:00Z");
    assertThat(found)
        .extracting(slot -> body(slot).path("local").asText())
        .startsWith("2026-11-01T00:30", "2026-11-01T01:00", "2026-11-01T01:30")
        .contains("2026-11-01T01:00", Index.atIndex(3))
        .endsWith("2026-11-01T02:00", "2026-11-01T02:30", "2026-11-01T03:00");
  }

  @Test
  void where_clocks_go_forward_the_hour_that_is_left_out_has_no_slot() {
    var hourly = MemoryMarket.WALK.replace("'slotStepMinutes': 30", "'slotStepMinutes': 60");
    var slug = market.published(vendor, hourly);
    assertThat(set(sunday("01:00", "05:00"), noHeaders(), vendor).getStatus()).isEqualTo(200);

    var found = slots.find(slug, query("from=2027-03-14&to=2027-03-15")).items();

    assertThat(found)
        .extracting(slot -> body(slot).path("start").asText())
        .containsExactly("2027-03-14T06:00:00Z", "2027-03-14T07:00:00Z", "2027-03-14T08:00:00Z");
  }

  private static String sunday(String from, String to) {
    return "{'hours': [{'day': 'sunday', 'from': '%s', 'to': '%s'}]}".formatted(from, to);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2026-11-16",
        "to=2026-11-16",
        "from=2026-11-16&to=2026-11-16",
        "from=2026-11-16&to=2026-12-18",
        "from=2026-11-16&to=tomorrow",
        "from=+12026-11-16&to=2026-12-18",
        "from=2026-02-30&to=2026-03-01",
        "from=2026-11-16&to=2026-11-17&durationMinutes=75",
        "from=2026-11-16&to=2026-11-17&limit=5"
      })
  void a_question_that_cannot_be_read_is_refused(String query) {
    var slug = market.published(vendor);

    assertThatThrownBy(() -> slots.find(slug, query(query))).isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void what_is_not_shown_has_no_slots() {
    var days = query("from=2026-11-16&to=2026-11-17");

    assertThatThrownBy(() -> slots.find(UUID.randomUUID().toString(), days))
        .isInstanceOf(ProblemException.class);
  }

  private Response set(String sent, HttpHeaders headers, SignedIn caller) {
    return answered(() -> hours.set(json(sent), plain(), headers, caller));
  }
}
