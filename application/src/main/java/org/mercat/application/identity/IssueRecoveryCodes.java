package org.mercat.application.identity;

import java.util.List;
import java.util.stream.Stream;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.UserId;

/** Gives a person a new set of recovery codes. Runs in the unit of work of its caller. */
public final class IssueRecoveryCodes {

  public record Command(UserId user) {}

  private final SecondFactors factors;
  private final TokenIssuer issuer;

  public IssueRecoveryCodes(SecondFactors factors, TokenIssuer issuer) {
    this.factors = factors;
    this.issuer = issuer;
  }

  /** Returns the codes, which nobody can read anywhere afterwards. */
  public List<RecoveryCode> handle(Command command) {
    var codes =
        Stream.generate(issuer::secret).map(RecoveryCode::of).limit(RecoveryCode.SET).toList();
    factors.replaceCodes(command.user(), codes.stream().map(RecoveryCode::digest).toList());
    return codes;
  }
}
