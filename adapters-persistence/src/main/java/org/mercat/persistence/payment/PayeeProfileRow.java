package org.mercat.persistence.payment;

import java.util.UUID;
import org.mercat.application.payment.port.PayeeProfiles.Profile;
import org.mercat.domain.provider.ProviderId;

/** Table {@code provider}, as far as payment reads it. */
record PayeeProfileRow(UUID id, String businessName, String country) {

  Profile toDomain() {
    return new Profile(new ProviderId(id), businessName, country);
  }
}
