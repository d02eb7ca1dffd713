package org.mercat.persistence.shared;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.shared.DomainEvent;

record OutboxRow(
    UUID id, String subjectKind, UUID subjectId, String type, String payload, Instant at) {

  static OutboxRow of(UUID id, DomainEvent event) {
    return new OutboxRow(
        id,
        event.subject().kind(),
        event.subject().id(),
        event.getClass().getSimpleName(),
        EventPayload.of(event),
        event.at());
  }
}
