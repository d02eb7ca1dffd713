package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuerId;
import org.mercat.domain.identity.UserId;

/**
 * Driven port: the issuers outside that the tenant trusts, and whom they have signed in. Every
 * adapter must pass {@code OidcIssuersContract}.
 */
public interface OidcIssuers {

  OidcIssuerId nextId();

  /** All of them, by the name of the issuer. */
  List<OidcIssuer> all();

  Optional<OidcIssuer> find(String issuer);

  /** Trusts the issuer, unless one of that name is trusted already. */
  Addition add(OidcIssuer issuer);

  /** Trusts it no more; whom it has signed in stays known, should it be trusted again. */
  boolean remove(OidcIssuerId id);

  /** Whom the issuer calls by that subject. */
  Optional<UserId> linked(String issuer, String subject);

  /** Says so, unless the subject is somebody else already. */
  Link link(String issuer, String subject, UserId user);

  /**
   * Notes that a token was used, and forgets those that do not hold any more.
   *
   * @param digest by which the token is told from others
   * @param until when it ends to hold
   */
  Use use(String digest, Instant until, Instant now);

  enum Use {
    FIRST,
    AGAIN
  }

  enum Addition {
    ADDED,
    TRUSTED_ALREADY
  }

  enum Link {
    LINKED,
    TAKEN
  }
}
