package org.mercat.application.shared;

import java.util.List;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Driven port: what was shown to somebody who has no part in it, but the right to see it (C-45).
 * Called by queries, in the unit of work in which they read. Every adapter must pass {@code
 * DisclosuresContract}.
 */
public interface Disclosures {

  /** Keeps that whoever the present work is done for has been shown these things. */
  void shown(List<Subject> things);
}
