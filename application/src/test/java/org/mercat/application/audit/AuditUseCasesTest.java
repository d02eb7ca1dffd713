package org.mercat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.audit.port.InMemoryAuditTrail;
import org.mercat.application.audit.port.InMemorySystemEvents;
import org.mercat.application.audit.port.SampleDeeds;
import org.mercat.application.audit.port.SystemEventLog;
import org.mercat.application.audit.port.SystemEventLog.Kept;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

class AuditUseCasesTest {

  private static final Instant NOON = Instant.parse("2026-11-16T17:00:00Z");
  private static final PageRequest FIRST = new PageRequest(20, Optional.empty());
  private static final Caller ADMIN = caller(Role.ADMIN);
  private static final Caller CLIENT = caller(Role.CLIENT);

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemorySystemEvents events = new InMemorySystemEvents();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(trail, events);

  @Test
  void administrators_read_the_trail_and_nobody_else_does() {
    var entries = new AuditEntries(new AccessRules(), trail, unitOfWork);
    trail.append(List.of(SampleDeeds.delivered()));

    assertThat(entries.handle(query(ADMIN)))
        .isInstanceOfSatisfying(
            AuditEntries.Outcome.Listed.class,
            listed -> assertThat(listed.page().items()).hasSize(1));
    assertThat(entries.handle(query(CLIENT))).isEqualTo(new AuditEntries.Outcome.Forbidden());
  }

  @Test
  void administrators_read_what_happened_to_the_system_and_nobody_else_does() {
    var list = new SystemEventList(new AccessRules(), events, unitOfWork);
    events.report(new Event(Level.ERROR, "job", "A job failed.", Map.of()));
    var all = SystemEventLog.Filter.EVERYTHING;

    assertThat(list.handle(new SystemEventList.Query(ADMIN, all, FIRST)))
        .isInstanceOfSatisfying(
            SystemEventList.Outcome.Listed.class,
            listed -> assertThat(listed.page().items()).hasSize(1));
    assertThat(list.handle(new SystemEventList.Query(CLIENT, all, FIRST)))
        .isEqualTo(new SystemEventList.Outcome.Forbidden());
  }

  @Test
  void every_level_is_kept_as_long_as_is_said_of_it() {
    var old = kept(Level.DEBUG, NOON.minus(Duration.ofDays(2)));
    var grave = kept(Level.CRITICAL, NOON.minus(Duration.ofDays(2)));
    var unsaid = kept(Level.WARNING, NOON.minus(Duration.ofDays(900)));
    events.add(List.of(old, grave, unsaid));
    var days = Map.of(Level.DEBUG, Duration.ofDays(1), Level.CRITICAL, Duration.ofDays(365));
    var prune = new PruneSystemEvents(events, days, unitOfWork, InstantSource.fixed(NOON));

    assertThat(prune.handle()).isEqualTo(1);

    assertThat(events.find(SystemEventLog.Filter.EVERYTHING, FIRST).items())
        .containsExactlyInAnyOrder(grave, unsaid)
        .doesNotContain(old);
  }

  private static AuditEntries.Query query(Caller caller) {
    return new AuditEntries.Query(caller, AuditTrail.Filter.EVERYTHING, FIRST);
  }

  private static Kept kept(Level level, Instant at) {
    var event = new Event(level, "job", "A job failed.", Map.of());
    return new Kept(TimeOrderedIds.next(), at, event, Optional.empty());
  }

  private static Caller caller(Role role) {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(role));
  }
}
