package org.mercat.rest.identity;

import jakarta.ws.rs.core.Response;
import org.mercat.domain.identity.UserAccount.Refusal;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;

/** Why an account stays as it is, on the wire. */
final class AccountRefusals {

  private AccountRefusals() {}

  static Response answer(Refusal why) {
    return Problem.of(
        ProblemCode.WRONG_STATE,
        switch (why) {
          case ALREADY_SO -> "It is so already.";
          case SUSPENDED -> "The account is suspended.";
          case BANNED -> "The account is banned.";
          case CLOSED -> "Its owner has closed the account.";
          case TOO_LATE -> "It was closed too long ago to be brought back.";
          case ADMINISTRATOR -> "The role of an administrator has to be taken from it first.";
        });
  }
}
