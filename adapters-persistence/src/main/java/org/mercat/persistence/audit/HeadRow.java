package org.mercat.persistence.audit;

import org.jspecify.annotations.Nullable;
import org.mercat.domain.audit.Head;

/** Table {@code audit_head}. */
record HeadRow(long entries, String hash, @Nullable String seal) {

  Head toDomain() {
    return new Head(entries, hash);
  }
}
