package org.mercat.application.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.UUID;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Discrepancy;

/**
 * Driven port: which days have been compared with the gateway's books, and what did not agree.
 * Every adapter must pass {@code ReconciliationsContract}.
 */
public interface Reconciliations {

  /** The days from that one on that have been compared as a whole. */
  NavigableSet<LocalDate> doneSince(LocalDate day);

  /** Notes that the whole day has been compared; again changes nothing. */
  void done(LocalDate day, Instant now);

  /** Keeps what does not agree; false when the same was found before, whenever that was. */
  boolean add(LocalDate day, Discrepancy discrepancy, Instant now);

  /** What did not agree, the newest first. */
  Page<Found> find(PageRequest page);

  /** What did not agree on a day. */
  record Found(UUID id, LocalDate day, Discrepancy discrepancy, Instant at) {}
}
