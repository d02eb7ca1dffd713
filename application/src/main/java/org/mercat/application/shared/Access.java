package org.mercat.application.shared;

import java.util.Set;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;

/**
 * Decides who may do what, for every use case: what somebody is allowed to do at all, and on whose
 * things. The database decides the second for itself once more. An interface only so that a test
 * can take this first wall away and look at the second one.
 */
public interface Access {

  /** Whether the caller may do such a thing at all. */
  boolean may(Caller caller, Permission permission);

  /** Whether the thing is the caller's own. */
  boolean owns(Caller caller, UserId owner);

  /** Whether the caller is one of those whom the thing concerns (seed 001: participants). */
  boolean takesPart(Caller caller, Set<UserId> parties);
}
