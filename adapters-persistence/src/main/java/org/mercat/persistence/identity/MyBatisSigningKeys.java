package org.mercat.persistence.identity;

import java.util.Optional;
import java.util.UUID;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisSigningKeys implements SigningKeys {

  private final Sessions sessions;

  public MyBatisSigningKeys(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public SigningKey current() {
    return stored().or(this::first).orElseThrow(() -> new ConcurrencyConflict("signing key"));
  }

  @Override
  public Optional<SigningKey> find(String id) {
    return uuid(id).map(mapper()::find).map(SigningKeyRow::toKey);
  }

  private Optional<SigningKey> stored() {
    return Optional.ofNullable(mapper().current()).map(SigningKeyRow::toKey);
  }

  /** The index lets one key in; whoever comes second waits for the first and reads it. */
  private Optional<SigningKey> first() {
    var _ = mapper().insert(SigningKeyRow.generated(Ids.next()));
    return stored();
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
