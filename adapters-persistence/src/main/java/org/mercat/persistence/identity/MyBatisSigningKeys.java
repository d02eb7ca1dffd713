package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.shared.Sealer;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** Keys as rows, their private halves sealed. */
public final class MyBatisSigningKeys implements SigningKeys {

  private final Sessions sessions;
  private final Sealer sealer;

  public MyBatisSigningKeys(Sessions sessions, Sealer sealer) {
    this.sessions = sessions;
    this.sealer = sealer;
  }

  @Override
  public List<SigningKey> all() {
    return mapper().all().stream().map(row -> row.toKey(sealer)).toList();
  }

  /** The key of the table lets one in; whoever comes second waits for the first. */
  @Override
  public void add(int number, Instant from) {
    var _ = mapper().insert(SigningKeyRow.generated(Ids.next(), number, from, sealer));
  }

  @Override
  public void remove(String id) {
    uuid(id).ifPresent(key -> mapper().delete(key));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private SigningKeyMapper mapper() {
    return sessions.mapper(SigningKeyMapper.class);
  }
}
