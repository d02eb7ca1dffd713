package org.mercat.persistence.audit;

import java.util.UUID;
import org.mercat.domain.audit.AuditEntryId;
import org.mercat.domain.audit.Link;

/** Table {@code audit_link}. */
record LinkRow(long sequence, UUID entryId, String hash) {

  static LinkRow of(Link link) {
    return new LinkRow(link.sequence(), link.entry().value(), link.hash());
  }

  Link toDomain() {
    return new Link(sequence, new AuditEntryId(entryId), hash);
  }
}
