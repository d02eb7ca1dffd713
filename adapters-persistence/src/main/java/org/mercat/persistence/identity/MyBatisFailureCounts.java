package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.identity.port.FailureCounts;
import org.mercat.domain.identity.SignInFailures;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisFailureCounts implements FailureCounts {

  private final Sessions sessions;

  public MyBatisFailureCounts(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public SignInFailures find(String key) {
    return Optional.ofNullable(mapper().find(key))
        .map(FailureCountRow::toDomain)
        .orElse(SignInFailures.NONE);
  }

  @Override
  public SignInFailures count(String key, Instant now) {
    return mapper().count(key, now, now.minus(SignInFailures.MEMORY)).toDomain();
  }

  /** In one order for all, so that nobody waits for each other. */
  @Override
  public void clear(Set<String> keys) {
    keys.stream().sorted().forEach(key -> mapper().clear(key));
  }

  @Override
  public int prune(Instant before) {
    return mapper().prune(before);
  }

  private FailureCountMapper mapper() {
    return sessions.mapper(FailureCountMapper.class);
  }
}
