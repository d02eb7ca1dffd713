package org.mercat.application.identity.port;

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

  /** Who says to have issued the token; nothing is checked yet. */
  Optional<String> issuer(String token);

  /**
   * Whom the token speaks of; empty if the issuer did not make it for us, or it does not hold now.
   *
   * @throws PortUnavailable if the issuer does not show its keys
   */
  Optional<Identity> verify(OidcIssuer issuer, String token, Instant now);

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
