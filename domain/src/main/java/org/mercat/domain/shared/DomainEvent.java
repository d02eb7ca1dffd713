package org.mercat.domain.shared;

import java.time.Instant;
import java.util.UUID;

/** Something that happened, named in the past tense; a record, published through the outbox. */
public interface DomainEvent {

  /** When it happened, by the market's clock. */
  Instant at();

  /** What it happened to. */
  Subject subject();

  /** An aggregate by its kind, a lower-case noun such as {@code booking}, and its id. */
  record Subject(String kind, UUID id) {}
}
