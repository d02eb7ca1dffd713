package org.mercat.application.audit.port;

import java.util.List;
import java.util.Optional;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.AuditEntryId;
import org.mercat.domain.audit.Head;
import org.mercat.domain.audit.Link;

/**
 * Driven port: the row in which the entries of a tenant stand, each bound to the one before it.
 * Every adapter must pass {@code AuditChainContract}.
 */
public interface AuditChain {

  /** The end of the chain, which nobody else extends before this unit of work has ended. */
  Head lock();

  /** Entries that have no place yet, oldest first. */
  List<AuditEntry> waiting(int most);

  /** Gives the entries their places, and the chain its new end. */
  void extend(List<Link> links, Sealed end);

  /** The end as it was sealed; empty when nothing has a place yet. */
  Optional<Sealed> end();

  /** The links after that place, in their order, each with its entry if it is still there. */
  List<Chained> after(long sequence, int most);

  /** How many entries have no place yet. */
  long countWaiting();

  /** What neither a chain nor those that wait for it explain, a few at the most. */
  List<Stray> strays(int most);

  /**
   * The end of the chain.
   *
   * @param seal the text of the head under a key that the database does not have, in hexadecimal
   */
  record Sealed(Head head, String seal) {}

  /** A place in the chain, and what stands there. */
  record Chained(Link link, Optional<AuditEntry> entry) {}

  /** Something that is out of place. */
  sealed interface Stray {
    AuditEntryId entry();

    /** An entry that neither has a place nor waits for one. */
    record Unchained(AuditEntryId entry) implements Stray {}

    /** A place behind the end of the chain. */
    record Beyond(AuditEntryId entry, long sequence) implements Stray {}

    /** An entry that waits for a place but is not there. */
    record Vanished(AuditEntryId entry) implements Stray {}
  }
}
