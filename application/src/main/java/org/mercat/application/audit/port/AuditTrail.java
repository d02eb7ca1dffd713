package org.mercat.application.audit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.audit.Link;

/**
 * Driven port: everything that was done. Entries are only ever added; {@link AuditChain} puts them
 * in a row afterwards. Every adapter must pass {@code AuditTrailContract}.
 */
public interface AuditTrail {

  /**
   * Adds what was done, in the unit of work that is open. A change finds the digest that the change
   * before it has left of the same subject; two changes of one subject are told one after the
   * other, never together.
   */
  void append(List<Deed> deeds);

  /** What fits, newest first. */
  Page<Recorded> find(Filter filter, PageRequest page);

  /**
   * What is looked for; what is empty does not matter.
   *
   * @param from the first moment
   * @param to the moment after the last one
   */
  record Filter(
      Optional<UUID> actor,
      Optional<UUID> subject,
      Optional<Action> action,
      Optional<Instant> from,
      Optional<Instant> to) {

    public static final Filter EVERYTHING =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * An entry as it is found.
   *
   * @param link empty while it waits for its place in the chain
   */
  record Recorded(AuditEntry entry, Optional<Link> link) {}
}
