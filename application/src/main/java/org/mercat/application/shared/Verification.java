package org.mercat.application.shared;

import org.mercat.domain.identity.UserId;

/**
 * Driven port: whether the tenant at work wants to know that an e-mail address is the person's
 * before the person pays, publishes or writes to others. Every adapter must pass {@code
 * VerificationContract}.
 */
public interface Verification {

  boolean isWanted();

  /** Whether it is wanted and the person has not shown it yet. */
  boolean isLacking(UserId person);
}
