package org.mercat.persistence.shared;

import java.util.Locale;
import org.mercat.application.shared.Acting.Who;
import org.mercat.application.shared.Caller;

/**
 * What a transaction is in the database. Each is a role there, which cannot log in, with policies
 * of its own; the role that logs in sees nothing until the transaction has become one of them.
 */
public enum DatabaseRole {
  /** Nobody has signed in: what is open to everybody. */
  GUEST,
  /** Somebody who has signed in: what is open to everybody, and what is his or her own. */
  PERSON,
  /** Somebody with a permission that reaches others: the tenant, but for its secrets. */
  ADMIN,
  /** The market itself, in jobs, settlements and webhooks: the tenant, but for its secrets. */
  MARKET,
  /** Finds out who somebody is: accounts, sessions and keys, and nothing else. */
  AUTHENTICATOR,
  /** Looks for free time: when a provider's time is taken, and not by whom. */
  CALENDAR;

  /** The role of somebody for whom no unit of work asks for another one. */
  static DatabaseRole of(Who who) {
    return switch (who) {
      case Who.Guest() -> GUEST;
      case Who.Market() -> MARKET;
      case Who.Person(var caller) -> of(caller);
      case Who.Program(_, var caller) -> of(caller);
    };
  }

  /** Its name in the database behind the name of the application's role. */
  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static DatabaseRole of(Caller caller) {
    return caller.reachesOthers() ? ADMIN : PERSON;
  }
}
