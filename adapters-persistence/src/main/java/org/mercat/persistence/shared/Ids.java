package org.mercat.persistence.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.UUID;

/** UUIDs of version 7: they carry the millisecond in which they were made and sort by it. */
public final class Ids {

  private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new id, after every other one that this process made. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  /** When the id was made; the same as {@code uuid_time(id)} in the database. */
  public static Instant time(UUID id) {
    if (id.version() != 7) {
      throw new IllegalArgumentException("not a UUID of version 7: " + id);
    }
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
