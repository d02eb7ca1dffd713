package org.mercat.persistence.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.Deed;

/** What the function {@code append_audit_entries} is told of an entry. */
record DeedRow(
    UUID id,
    Actor.Kind actorKind,
    @Nullable UUID actorId,
    String action,
    String event,
    String subjectKind,
    UUID subjectId,
    String facts,
    @Nullable String changeSha256,
    @Nullable String request,
    @Nullable String origin) {

  static DeedRow of(UUID id, Deed deed) {
    return new DeedRow(
        id,
        deed.actor().kind(),
        deed.actor().id().orElse(null),
        deed.action().name(),
        deed.event(),
        deed.subject().kind(),
        deed.subject().id(),
        NamedTexts.write(deed.facts()),
        deed.change().orElse(null),
        deed.request().orElse(null),
        deed.origin().orElse(null));
  }
}
