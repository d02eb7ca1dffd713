package org.mercat.rest.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.identity.port.AccountDirectory.Entry;
import org.mercat.domain.identity.Standing;
import org.mercat.domain.identity.UserAccount;

/**
 * An account on the wire for those who look after accounts.
 *
 * @param reason why it is kept closed, in the words of whoever did it
 * @param since when it was closed
 */
record AccountView(
    @JsonUnwrapped ProfileView profile,
    Instant registeredAt,
    Optional<Instant> lastLoginAt,
    Optional<String> reason,
    Optional<Instant> since) {

  static AccountView of(Entry entry) {
    var account = entry.account();
    return new AccountView(
        ProfileView.of(account),
        account.registeredAt(),
        entry.lastLoginAt(),
        reason(account),
        since(account));
  }

  private static Optional<String> reason(UserAccount account) {
    return switch (account.standing()) {
      case Standing.Open _, Standing.Closed _ -> Optional.empty();
      case Standing.Suspended(var reason, _) -> Optional.of(reason);
      case Standing.Banned(var reason, _) -> Optional.of(reason);
    };
  }

  private static Optional<Instant> since(UserAccount account) {
    return switch (account.standing()) {
      case Standing.Open _ -> Optional.empty();
      case Standing.Closed(var at) -> Optional.of(at);
      case Standing.Suspended(_, var at) -> Optional.of(at);
      case Standing.Banned(_, var at) -> Optional.of(at);
    };
  }
}
