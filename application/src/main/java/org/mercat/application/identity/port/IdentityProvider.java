package org.mercat.application.identity.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.PersonName;

/**
 * Driven port: reads the tokens of issuers outside. Never called inside a unit of work, for it may
 * have to fetch keys. Every adapter must pass {@code IdentityProviderContract}.
 */
public interface IdentityProvider {

  /** How far away the end of a token may be. */
  Duration LONGEST = Duration.ofDays(1);

  /** Who says to have issued the token; nothing is checked yet. */
  Optional<String> issuer(String token);

  /**
   * Whom the token speaks of; empty if the issuer did not make it for us, or it does not hold now
   * or holds for longer than {@link #LONGEST}.
   *
   * @throws PortUnavailable if the issuer does not show its keys
   */
  Optional<Vouched> verify(OidcIssuer issuer, String token, Instant now);

  /**
   * What a token says.
   *
   * @param digest the SHA-256 of what its issuer has signed, in hexadecimal digits: it is the same
   *     for every copy of the token and tells nothing of it
   * @param until when it ends to hold
   */
  record Vouched(Identity identity, String digest, Instant until) {}

  /**
   * A person as the issuer knows him.
   *
   * @param subject by which the issuer always calls this person and nobody else
   * @param email the address, and only if the issuer says that it is shown to be the person's
   * @param roles the names of the roles there
   */
  record Identity(
      String subject, Optional<EmailAddress> email, PersonName name, Set<String> roles) {

    public Identity {
      roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
      return "Identity[...]";
    }
  }
}
