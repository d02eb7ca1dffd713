package org.mercat.domain.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mercat.domain.shared.Role;

/**
 * Somebody outside whose word on who a person is counts in this market (OpenID Connect), such as a
 * Keycloak realm or Clerk.
 *
 * @param issuer the claim {@code iss} of its tokens, to the letter
 * @param audience the claim {@code aud} that its tokens for us have
 * @param keys where its keys are, a JSON Web Key Set
 * @param algorithms what its tokens may be signed with
 * @param rolesClaim the claim that lists a person's roles there; dots lead into objects
 * @param roles what the roles there are here; others count for nothing
 * @param admitsStrangers whether somebody who has no account here gets one
 */
public record OidcIssuer(
    OidcIssuerId id,
    String issuer,
    String audience,
    URI keys,
    Set<Algorithm> algorithms,
    String rolesClaim,
    Map<String, Role> roles,
    boolean admitsStrangers) {

  public static final int LONGEST_URL = 500;

  /** What a role may be called there. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9:._/-]{1,100}");

  public static final int MOST_ROLES = 50;

  private static final Set<Role> ADMINISTRATORS = Set.of(Role.ADMIN, Role.SUPER_ADMIN);

  /** Signatures that no public key is a secret for (RFC 7518, 3.1; RFC 8037). */
  public enum Algorithm {
    RS256,
    PS256,
    ES256
  }

  public OidcIssuer {
    algorithms = Set.copyOf(algorithms);
    roles = Map.copyOf(roles);
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("a token is signed in some way");
    }
    if (!roles.keySet().stream().allMatch(NAME.asMatchPredicate())) {
      throw new IllegalArgumentException("a name of a role has other characters");
    }
    if (roles.containsValue(Role.SUPER_ADMIN)) {
      throw new IllegalArgumentException("nobody outside makes super administrators");
    }
  }

  /** What somebody with those roles there is here; empty if none of them counts. */
  public Set<Role> rolesOf(Set<String> there) {
    return roles.entrySet().stream()
        .filter(entry -> there.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .collect(toUnmodifiableSet());
  }

  /**
   * Whether somebody whose address is that of the account is its owner, on the word of this issuer
   * alone: not where the address was never verified here, and never an administrator, for who
   * trusts an issuer could else become one.
   */
  public boolean mayOpen(UserAccount account) {
    return account.isVerified() && Collections.disjoint(account.roles(), ADMINISTRATORS);
  }

  /**
   * Whether this issuer may sign the owner of the account in: an administrator only if it can make
   * administrators, and a super administrator never, for who trusts an issuer could else become one
   * by naming other keys for it.
   */
  public boolean maySignIn(UserAccount account) {
    return !account.roles().contains(Role.SUPER_ADMIN)
        && (!account.roles().contains(Role.ADMIN) || roles.containsValue(Role.ADMIN));
  }
}
