package org.mercat.rest.identity;

import java.util.Optional;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SecondFactorCode;
import org.mercat.domain.identity.TotpCode;
import org.mercat.rest.shared.Member;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Violation.Code;

/** The members that several bodies about persons have. */
final class IdentityMembers {

  static final String NOT_ONE_LINE = "is more than one line";

  private static final String NO_CODE = "is neither six digits nor a recovery code";

  private IdentityMembers() {}

  static Member<String> name(Members members, String which) {
    return members
        .text(which, 1, PersonName.LONGEST)
        .check(PersonName::isOneLine, Code.MALFORMED, NOT_ONE_LINE);
  }

  static Member<EmailAddress> email(Members members) {
    return members.read("email", EmailAddress::of, "is not an e-mail address");
  }

  /** A password that is there already, whatever it looks like. */
  static Member<Password> known(Members members, String which) {
    return members.secret(which, 1, Password.LONGEST).map(Password::new);
  }

  /** A password that somebody wants from now on. */
  static Member<Password> chosen(Members members) {
    return members.secret("password", Password.SHORTEST, Password.LONGEST).map(Password::chosen);
  }

  static Member<OneTimeToken> token(Members members) {
    return members.secret("token", 1, OneTimeToken.LONGEST).map(OneTimeToken::new);
  }

  /** What the authenticator shows. */
  static Member<TotpCode> shownCode(Members members) {
    return members.read("code", TotpCode::new, "is not " + TotpCode.LENGTH + " digits");
  }

  /** What the authenticator shows, or a recovery code. */
  static Member<SecondFactorCode> code(Members members) {
    return members.read("code", SecondFactorCode::read, NO_CODE);
  }

  static Member<Optional<SecondFactorCode>> optionalCode(Members members) {
    return members.optionalRead("code", SecondFactorCode::read, NO_CODE);
  }
}
