package org.mercat.domain.notification;

import java.time.Duration;
import java.time.Instant;

/** What a person is told. Only {@link VerifyPhone} goes to a phone, everything else by mail. */
public sealed interface Message {

  /** Shows that the address is the person's, whether it is a new account's or a new address. */
  record VerifyEmail(Secret token, Duration validFor) implements Message {
    public VerifyEmail {
      positive(validFor);
    }
  }

  /** Shows that the telephone is the person's. */
  record VerifyPhone(Secret code, Duration validFor) implements Message {
    public VerifyPhone {
      positive(validFor);
    }
  }

  /** Lets a person who has forgotten the password choose another one. */
  record ResetPassword(Secret token, Duration validFor) implements Message {
    public ResetPassword {
      positive(validFor);
    }
  }

  /** Somebody wanted to register with the address of an account that is there already. */
  record AlreadyRegistered() implements Message {}

  /** Told to the address that is the account's no longer. */
  record EmailChanged(Instant at) implements Message {}

  record PasswordChanged(Instant at) implements Message {}

  /** Too many failures to sign in: nobody can before that time. */
  record AccountLocked(Instant until) implements Message {}

  record SecondFactorChanged(Change change, Instant at) implements Message {

    /** What became of the second factor. */
    public enum Change {
      ADDED,
      REMOVED,
      RECOVERY_CODE_USED,
      RECOVERY_CODES_RENEWED
    }
  }

  /**
   * Somebody signed in from where the person has not done so before.
   *
   * @param device as the browser or the application calls itself
   * @param ip the address that the call came from
   */
  record NewSignIn(String device, String ip, Instant at) implements Message {}

  /** An administrator has closed the account to the person. */
  record AccountSuspended(String reason) implements Message {}

  record AccountReactivated() implements Message {}

  private static void positive(Duration validFor) {
    if (!validFor.isPositive()) {
      throw new IllegalArgumentException("valid for no time: " + validFor);
    }
  }
}
