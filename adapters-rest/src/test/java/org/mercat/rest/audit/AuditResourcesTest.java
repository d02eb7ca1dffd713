package org.mercat.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.audit.AuditEntries;
import org.mercat.application.audit.SealAuditTrail;
import org.mercat.application.audit.SystemEventList;
import org.mercat.application.audit.VerifyAuditTrail;
import org.mercat.application.audit.port.InMemoryAuditTrail;
import org.mercat.application.audit.port.InMemorySystemEvents;
import org.mercat.application.audit.port.SampleDeeds;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.InMemorySealer;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;

/** The audit trail and what happened to the system: for administrators. */
class AuditResourcesTest {

  private static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemorySystemEvents events = new InMemorySystemEvents();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(trail, events);
  private final InMemorySealer sealer = new InMemorySealer();
  private final SealAuditTrail seal = new SealAuditTrail(trail, sealer, unitOfWork);
  private final Access access = new AccessRules();
  private final AuditResource audit =
      new AuditResource(
          new AuditEntries(access, trail, unitOfWork),
          new VerifyAuditTrail(access, trail, sealer, unitOfWork));
  private final SystemEventsResource system =
      new SystemEventsResource(new SystemEventList(access, events, unitOfWork));

  @Test
  void an_entry_is_shown_with_all_that_it_tells() {
    var deed = done(SampleDeeds.delivered());
    var entry = trail.all().toList().getFirst();

    assertThat(entries("").path(0))
        .isEqualTo(
            json(
                """
                {'id': '%s', 'at': '%s', 'actor': {'kind': 'user', 'id': '%s'},
                 'action': 'booking', 'event': 'BookingDelivered',
                 'subject': {'kind': 'booking', 'id': '%5$s'},
                 'facts': {'at': '2026-11-16T17:00:00Z', 'booking': '%5$s'},
                 'after': '%6$s', 'request': '%7$s', 'origin': '0123456789abcdef'}
                """
                    .formatted(
                        entry.id().value(),
                        entry.id().at(),
                        deed.actor().id().orElseThrow(),
                        "",
                        deed.subject().id(),
                        entry.after().orElseThrow(),
                        deed.request().orElseThrow())));
  }

  @Test
  void an_entry_that_has_its_place_shows_it() {
    var _ = done(SampleDeeds.delivered());
    assertThat(seal.handle()).isEqualTo(1);

    assertThat(entries("").path(0).path("sequence").longValue()).isEqualTo(1);
    assertThat(entries("").path(0).path("hash").textValue()).matches("[0-9a-f]{64}");
  }

  @Test
  void entries_are_looked_for_by_actor_subject_action_and_time() {
    var shown = done(SampleDeeds.shown(UUID.randomUUID()));
    var delivered = done(SampleDeeds.delivered());

    assertThat(events("actor=" + shown.actor().id().orElseThrow())).containsExactly("Shown");
    assertThat(events("subject=" + delivered.subject().id())).containsExactly("BookingDelivered");
    assertThat(events("action=read")).containsExactly("Shown");
    assertThat(events("from=2100-01-01T00:00:00Z")).isEmpty();
    assertThat(events("to=2020-01-01T00:00:00+01:00")).isEmpty();
  }

  @Test
  void the_trail_comes_in_pages() {
    var _ = done(SampleDeeds.shown(UUID.randomUUID()));
    var _ = done(SampleDeeds.delivered());

    var first = body(list("limit=1").getEntity());
    var second = body(list("limit=1&cursor=" + first.path("nextCursor").asText()).getEntity());

    assertThat(first.path("items").path(0).path("event").asText()).isEqualTo("BookingDelivered");
    assertThat(second.path("items").path(0).path("event").asText()).isEqualTo("Shown");
    assertThat(second.has("nextCursor")).isFalse();
  }

  @Test
  void a_trail_that_nobody_has_touched_is_told_to_be_right() {
    var _ = done(SampleDeeds.delivered());
    assertThat(seal.handle()).isEqualTo(1);
    var hash = trail.lock().hash();

    assertThat(body(audit.verify(plain(), ADMIN).getEntity()))
        .isEqualTo(
            json(
                "{'ok': true, 'entries': 1, 'waiting': 0, 'hash': '%s', 'problems': []}"
                    .formatted(hash)));
  }

  @Test
  void a_trail_that_somebody_has_touched_is_200_and_not_ok() {
    var _ = done(SampleDeeds.delivered());
    assertThat(seal.handle()).isEqualTo(1);
    var victim = trail.all().toList().getFirst().id();
    trail.remove(victim, false);

    var found = body(audit.verify(plain(), ADMIN).getEntity());

    assertThat(found.path("ok").booleanValue()).isFalse();
    assertThat(found.path("problems"))
        .isEqualTo(
            json(
                "[{'damage': 'removed', 'sequence': 1, 'entry': '%s'}]".formatted(victim.value())));
  }

  @Test
  void what_happened_to_the_system_is_shown() {
    events.report(new Event(Level.ERROR, "job", "A job failed.", Map.of("job", "let-time-pass")));
    events.report(new Event(Level.DEBUG, "job", "A job ran.", Map.of()));

    var items = body(system.list(query("level=warning"), ADMIN).getEntity()).path("items");

    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("level").asText()).isEqualTo("error");
    assertThat(items.path(0).path("source").asText()).isEqualTo("job");
    assertThat(items.path(0).path("what").asText()).isEqualTo("A job failed.");
    assertThat(items.path(0).path("context")).isEqualTo(json("{'job': 'let-time-pass'}"));
    assertThat(body(system.list(query("from=2100-01-01T00:00:00Z"), ADMIN).getEntity()))
        .isEqualTo(json("{'items': []}"));
  }

  @Test
  void all_of_it_is_for_administrators() {
    for (var caller : List.of(SignedIn.as(Role.CLIENT), SignedIn.as(Role.PROVIDER))) {
      assertThat(refusal(audit.list(plain(), caller))).isEqualTo("403 FORBIDDEN");
      assertThat(refusal(audit.verify(plain(), caller))).isEqualTo("403 FORBIDDEN");
      assertThat(refusal(system.list(plain(), caller))).isEqualTo("403 FORBIDDEN");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor=1-1-1-1-1",
        "subject=me",
        "action=READ",
        "action=payments",
        "from=yesterday",
        "to=2026-11-16",
        "cursor=x",
        "who=me"
      })
  void a_query_that_cannot_be_read_is_refused(String asked) {
    assertThatThrownBy(() -> list(asked)).isInstanceOf(UnreadableRequest.class);
  }

  private Deed done(Deed deed) {
    trail.append(List.of(deed));
    return deed;
  }

  private List<String> events(String asked) {
    return entries(asked).findValuesAsText("event");
  }

  private JsonNode entries(String asked) {
    return body(list(asked).getEntity()).path("items");
  }

  private Response list(String asked) {
    return answered(() -> audit.list(query(asked), ADMIN));
  }
}
