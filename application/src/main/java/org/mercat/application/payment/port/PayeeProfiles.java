package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: what payment needs to know of a provider, in payment's own words; see {@code
 * PayeeProfilesContract}.
 */
public interface PayeeProfiles {

  /** The provider that a person is; empty without a profile. */
  Optional<Profile> of(UserId owner);

  /**
   * A provider and where it is reached.
   *
   * @param email the address of the account that the person signs in with
   */
  record Profile(ProviderId provider, String businessName, String country, String email) {}
}
