package org.mercat.rest.identity;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.mercat.domain.identity.PasswordRules.Weakness;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** What is answered about passwords, wherever one is sent. */
final class Passwords {

  private Passwords() {}

  static Response weak(Weakness why) {
    var detail =
        switch (why) {
          case COMMON -> "is one of those that everybody tries first";
          case ABOUT_ITS_OWNER -> "says little more than your name, your address or ours";
        };
    return Problem.of(List.of(new Violation("/password", Code.GUESSABLE, detail)));
  }

  static Response wrong() {
    return Problem.of(ProblemCode.FORBIDDEN, "The password is wrong.");
  }

  static Response locked(Duration rest) {
    return Answers.tooMany("Too many wrong passwords: wait before the next try.", rest);
  }

  static Response lockedCodes(Duration rest) {
    return Answers.tooMany("Too many wrong passwords or codes: wait before the next try.", rest);
  }
}
