package org.mercat.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.application.identity.port.TokenVerifier;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.SecurityLog;
import org.mercat.application.shared.SecurityLog.Incident;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserEvent;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.TenantId;

/**
 * Finds out who calls. A token is not enough: its session must be live and its owner may be signed
 * in, as both were at most a second ago. What the caller may do is what its owner may, not what the
 * token says. The token also tells the tenant, unless the address has named another one than the
 * default.
 */
public final class AuthenticateCaller {

  /** So long an answer is good for the same token, on this node. */
  static final Duration MEMORY = Duration.ofSeconds(1);

  /** So many answers are remembered at the most. */
  static final int MOST = 10_000;

  public record Command(String token) {}

  public sealed interface Outcome {
    record Authenticated(TenantId tenant, Caller caller, SessionId session) implements Outcome {}

    record Refused() implements Outcome {}
  }

  /** A token, and the tenant in whose name it was sent. */
  private record Sent(TenantId tenant, String token) {}

  private record Remembered(Caller caller, AccessGrant grant, Instant at) {
    boolean holdsAt(Instant now) {
      return grant.holdsAt(now) && !now.isBefore(at) && now.isBefore(at.plus(MEMORY));
    }
  }

  private final TokenVerifier verifier;
  private final UserSessions sessions;
  private final Users users;
  private final UserRights rights;
  private final SecurityLog securityLog;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;
  private final Map<Sent, Remembered> memory = new ConcurrentHashMap<>();

  public AuthenticateCaller(
      TokenVerifier verifier,
      UserSessions sessions,
      Users users,
      UserRights rights,
      SecurityLog securityLog,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.verifier = verifier;
    this.sessions = sessions;
    this.users = users;
    this.rights = rights;
    this.securityLog = securityLog;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    var now = system.instant();
    var sent = new Sent(Acting.now().tenant(), command.token());
    return Optional.ofNullable(memory.get(sent))
        .filter(remembered -> remembered.holdsAt(now))
        .or(() -> look(sent, now))
        .<Outcome>map(
            found ->
                new Outcome.Authenticated(
                    found.grant.tenant(), found.caller, found.grant.session()))
        .orElseGet(Outcome.Refused::new);
  }

  /** The session has ended: this node forgets it at once, the others within a second. */
  void forget(SessionId session) {
    memory.values().removeIf(remembered -> remembered.grant.session().equals(session));
  }

  /** All sessions of a person may have ended: this node looks again at once. */
  void forget(UserId user) {
    memory.values().removeIf(remembered -> remembered.caller.user().equals(user));
  }

  int remembered() {
    return memory.size();
  }

  private Optional<Remembered> look(Sent sent, Instant now) {
    var found =
        verifier
            .verify(sent.token(), now)
            .filter(grant -> isMeantFor(sent.tenant(), grant))
            .flatMap(grant -> Acting.now().in(grant.tenant()).call(() -> look(grant, now)));
    found.ifPresentOrElse(fresh -> remember(sent, fresh), () -> memory.remove(sent));
    return found;
  }

  /** The default tenant is named by no address, so that its address takes every token. */
  private boolean isMeantFor(TenantId addressed, AccessGrant grant) {
    var isMeant = addressed.equals(TenantId.DEFAULT) || addressed.equals(grant.tenant());
    if (!isMeant) {
      securityLog.report(Incident.FOREIGN_TOKEN, UserEvent.subject(grant.user()));
    }
    return isMeant;
  }

  private Optional<Remembered> look(AccessGrant grant, Instant now) {
    return unitOfWork
        .run(() -> owner(grant, now).flatMap(owner -> rights.find(owner.id())))
        .map(found -> new Caller(found.user(), found.roles(), found.permissions()))
        .map(caller -> new Remembered(caller, grant, now));
  }

  private Optional<UserAccount> owner(AccessGrant grant, Instant now) {
    return sessions
        .find(grant.session())
        .filter(session -> session.isLive(now) && session.user().equals(grant.user()))
        .flatMap(session -> users.find(session.user()))
        .filter(UserAccount::maySignIn);
  }

  private void remember(Sent sent, Remembered fresh) {
    if (memory.size() >= MOST) {
      memory.clear();
    }
    memory.put(sent, fresh);
  }
}
