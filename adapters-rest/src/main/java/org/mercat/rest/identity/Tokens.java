package org.mercat.rest.identity;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** What is answered to tokens that were sent by mail. */
final class Tokens {

  private Tokens() {}

  /** Why it is not good is told to nobody. */
  static Response bad() {
    var detail = "is not good, or not any more";
    return Problem.of(List.of(new Violation("/token", Code.NOT_FOUND, detail)));
  }
}
