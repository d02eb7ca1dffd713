package org.mercat.persistence.identity;

import org.mercat.application.shared.Verification;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

/** What the settings of the tenant say, or the installation where it has none. */
public final class MyBatisVerification implements Verification {

  private final Sessions sessions;
  private final boolean otherwise;

  /** What holds for tenants that have not decided it is the installation's business. */
  public MyBatisVerification(Sessions sessions, boolean otherwise) {
    this.sessions = sessions;
    this.otherwise = otherwise;
  }

  @Override
  public boolean isWanted() {
    return mapper().isWanted(otherwise);
  }

  @Override
  public boolean isLacking(UserId person) {
    return mapper().isLacking(person.value(), otherwise);
  }

  private VerificationMapper mapper() {
    return sessions.mapper(VerificationMapper.class);
  }
}
