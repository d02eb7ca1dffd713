package org.mercat.persistence.payment;

import java.util.UUID;
import org.mercat.application.payment.port.PayeeProfiles.Profile;
import org.mercat.domain.provider.ProviderId;

/** Tables {@code provider} and {@code app_user}, as far as payment reads them. */
record PayeeProfileRow(UUID id, String businessName, String country, String email) {

  Profile toDomain() {
    return new Profile(new ProviderId(id), businessName, country, email);
  }
}
