package org.mercat.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.UnitOfWork;

/** Forgets sessions that are long over, with the addresses in them. Run by a job. */
public final class PruneSessions {

  private static final int BATCH = 1_000;

  private final UserSessions sessions;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;
  private final Duration retention;

  /**
   * @param retention how long a session is kept after it has ended or expired
   */
  public PruneSessions(
      UserSessions sessions, UnitOfWork unitOfWork, InstantSource system, Duration retention) {
    this.sessions = sessions;
    this.unitOfWork = unitOfWork;
    this.system = system;
    this.retention = retention;
  }

  /** Forgets a batch; returns how many there were, 0 when no more are due. */
  public int handle() {
    var before = system.instant().minus(retention);
    return unitOfWork.run(() -> sessions.forget(before, BATCH));
  }
}
