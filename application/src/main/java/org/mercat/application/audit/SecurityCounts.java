package org.mercat.application.audit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.Action;

/** Query: how often something happened that may be an attack, for whoever watches (IA-22). */
public final class SecurityCounts {

  private static final List<String> WATCHED =
      List.of("SignInFailed", "SignInLocked", "RefreshTokenReused", "ForeignToken");

  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public SecurityCounts(AuditTrail trail, UnitOfWork unitOfWork) {
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  /** By the name of the event, since then by the system's clock, in the present tenant. */
  public Map<String, Long> handle(Instant since) {
    var counted = unitOfWork.run(() -> trail.countSince(Action.LOGIN, since));
    return WATCHED.stream().collect(toMap(identity(), name -> counted.getOrDefault(name, 0L)));
  }
}
