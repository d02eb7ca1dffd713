package org.mercat.domain.audit;

import java.util.Optional;

/**
 * A deed in the audit trail. What its subject was before and what it is now are told by digests: of
 * all its changes up to then, and up to now.
 *
 * @param before 64 digits; empty when the subject is new, or was not changed
 * @param after 64 digits; empty when the subject was not changed
 */
public record AuditEntry(
    AuditEntryId id, Deed deed, Optional<String> before, Optional<String> after) {

  /**
   * The digest of a subject after a change.
   *
   * @param before its digest before; empty when it is new
   * @param change the change of a deed
   */
  public static String after(Optional<String> before, String change) {
    return Canonical.sha256(before.orElse("") + change);
  }

  /** 64 digits that stand for the entry with all that it tells, in the chain that ends there. */
  String hash(String previous) {
    var subject = deed.subject();
    return new Canonical()
        .with(previous)
        .with(id.value().toString())
        .with(deed.actor().kind().name())
        .with(deed.actor().id().map(Object::toString))
        .with(deed.action().name())
        .with(deed.event())
        .with(subject.kind())
        .with(subject.id().toString())
        .with(deed.facts())
        .with(before)
        .with(after)
        .with(deed.request())
        .with(deed.origin())
        .hex();
  }
}
