package org.mercat.application.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Somebody signs out on all devices, this one included. */
public final class LogOutEverywhere {

  public record Command(Caller caller) {}

  public enum Outcome {
    LOGGED_OUT,
    FORBIDDEN
  }

  private final Access access;
  private final EndSessions endSessions;
  private final AuthenticateCaller authenticateCaller;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public LogOutEverywhere(
      Access access,
      EndSessions endSessions,
      AuthenticateCaller authenticateCaller,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.endSessions = endSessions;
    this.authenticateCaller = authenticateCaller;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return Outcome.FORBIDDEN;
    }
    var user = command.caller().user();
    var end = new EndSessions.Command(user, Optional.empty(), system.instant());
    var _ = unitOfWork.run(() -> endSessions.handle(end));
    authenticateCaller.forget(user);
    return Outcome.LOGGED_OUT;
  }
}
