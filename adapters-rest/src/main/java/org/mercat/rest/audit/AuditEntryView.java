package org.mercat.rest.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.mercat.application.audit.port.AuditTrail.Recorded;
import org.mercat.domain.audit.Link;

/**
 * An entry of the audit trail on the wire.
 *
 * @param sequence its place in the chain; absent while it waits for one
 */
public record AuditEntryView(
    UUID id,
    Instant at,
    ActorView actor,
    String action,
    String event,
    SubjectView subject,
    SortedMap<String, String> facts,
    Optional<String> before,
    Optional<String> after,
    Optional<String> request,
    Optional<String> origin,
    Optional<Long> sequence,
    Optional<String> hash) {

  public record ActorView(String kind, Optional<UUID> id) {}

  public record SubjectView(String kind, UUID id) {}

  static AuditEntryView of(Recorded recorded) {
    var entry = recorded.entry();
    var deed = entry.deed();
    return new AuditEntryView(
        entry.id().value(),
        entry.id().at(),
        new ActorView(word(deed.actor().kind()), deed.actor().id()),
        word(deed.action()),
        deed.event(),
        new SubjectView(deed.subject().kind(), deed.subject().id()),
        deed.facts(),
        entry.before(),
        entry.after(),
        deed.request(),
        deed.origin(),
        recorded.link().map(Link::sequence),
        recorded.link().map(Link::hash));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
