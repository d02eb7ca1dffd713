package org.mercat.persistence.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.audit.port.SystemEventLog.Kept;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;

/** Table {@code system_event}, column for component. */
record SystemEventRow(
    UUID id,
    Level level,
    String source,
    String what,
    String context,
    @Nullable String request,
    Instant at) {

  private static final int LONGEST = 200;

  static SystemEventRow of(Kept kept) {
    var event = kept.event();
    return new SystemEventRow(
        kept.id(),
        event.level(),
        event.source(),
        event.what().substring(0, Math.min(event.what().length(), LONGEST)),
        NamedTexts.write(event.context()),
        kept.request().orElse(null),
        kept.at());
  }

  Kept toDomain() {
    return new Kept(
        id,
        at,
        new Event(level, source, what, NamedTexts.read(context)),
        Optional.ofNullable(request));
  }
}
