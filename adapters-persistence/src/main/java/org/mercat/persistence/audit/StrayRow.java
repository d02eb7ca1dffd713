package org.mercat.persistence.audit;

import java.util.UUID;
import org.mercat.application.audit.port.AuditChain.Stray;
import org.mercat.domain.audit.AuditEntryId;

/**
 * Something that is out of place.
 *
 * @param sequence 0 when it has no place in the chain
 */
record StrayRow(Kind kind, UUID entryId, long sequence) {

  enum Kind {
    UNCHAINED,
    BEYOND,
    VANISHED
  }

  Stray toDomain() {
    var entry = new AuditEntryId(entryId);
    return switch (kind) {
      case UNCHAINED -> new Stray.Unchained(entry);
      case BEYOND -> new Stray.Beyond(entry, sequence);
      case VANISHED -> new Stray.Vanished(entry);
    };
  }
}
