package org.mercat.persistence.audit;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.audit.port.AuditTrail.Recorded;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.AuditEntryId;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.audit.Link;
import org.mercat.domain.shared.DomainEvent.Subject;

/** Table {@code audit_entry}, column for component, with its place in the chain if it has one. */
record AuditEntryRow(
    UUID id,
    Actor.Kind actorKind,
    @Nullable UUID actorId,
    Action action,
    String event,
    String subjectKind,
    UUID subjectId,
    String facts,
    @Nullable String beforeSha256,
    @Nullable String afterSha256,
    @Nullable String request,
    @Nullable String origin,
    @Nullable Long sequence,
    @Nullable String hash) {

  AuditEntry toDomain() {
    var deed =
        new Deed(
            new Actor(actorKind, Optional.ofNullable(actorId)),
            action,
            event,
            new Subject(subjectKind, subjectId),
            NamedTexts.read(facts),
            Optional.ofNullable(request),
            Optional.ofNullable(origin));
    return new AuditEntry(
        new AuditEntryId(id),
        deed,
        Optional.ofNullable(beforeSha256),
        Optional.ofNullable(afterSha256));
  }

  Recorded toRecorded() {
    var link =
        sequence == null || hash == null
            ? Optional.<Link>empty()
            : Optional.of(new Link(sequence, new AuditEntryId(id), hash));
    return new Recorded(toDomain(), link);
  }
}
