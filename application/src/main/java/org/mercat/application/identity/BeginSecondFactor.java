package org.mercat.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.shared.Permission;

/**
 * Somebody wants a second factor and gets a secret for the authenticator. Nothing is asked of it
 * before the person has shown by a code that the authenticator knows it.
 */
public final class BeginSecondFactor {

  public record Command(Caller caller, SessionId session, Password password) {}

  public sealed interface Outcome {

    /**
     * What the authenticator has to know.
     *
     * @param email by which it shows whose codes these are
     */
    record Begun(TotpSecret secret, EmailAddress email) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record WrongPassword() implements Outcome {}

    record Locked(Duration rest) implements Outcome {}

    record AlreadyActive() implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final CheckPassword checkPassword;
  private final SecondFactors factors;
  private final TokenIssuer issuer;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public BeginSecondFactor(
      Access access,
      Users users,
      CheckPassword checkPassword,
      SecondFactors factors,
      TokenIssuer issuer,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.access = access;
    this.users = users;
    this.checkPassword = checkPassword;
    this.factors = factors;
    this.issuer = issuer;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> users.find(command.caller().user()))
        .map(account -> begin(account, command))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome begin(UserAccount account, Command command) {
    var place = "session " + command.session().value();
    var check = new CheckPassword.Command(account.email(), command.password(), place);
    return switch (checkPassword.handle(check)) {
      case CheckPassword.Outcome.Wrong _ -> new Outcome.WrongPassword();
      case CheckPassword.Outcome.Locked(var rest) -> new Outcome.Locked(rest);
      case CheckPassword.Outcome.Right(var known) -> unitOfWork.run(() -> begin(known));
    };
  }

  private Outcome begin(UserAccount account) {
    if (factors.hold(account.id()).filter(SecondFactor::isActive).isPresent()) {
      return new Outcome.AlreadyActive();
    }
    var secret = TotpSecret.of(issuer.secret());
    factors.put(SecondFactor.begin(account.id(), secret, system.instant()));
    return new Outcome.Begun(secret, account.email());
  }
}
