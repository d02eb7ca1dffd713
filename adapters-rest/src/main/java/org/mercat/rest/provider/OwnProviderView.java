package org.mercat.rest.provider;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.provider.Affiliation.TenantLink;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.tax.TaxRegistration;

/** A provider as it sees itself, and as administrators see it. */
record OwnProviderView(
    @JsonUnwrapped ProviderView everybodys,
    String postalCode,
    Optional<Double> lat,
    Optional<Double> lon,
    Optional<String> taxRegistration,
    Optional<TenantLink> tenantLink,
    Optional<String> rejectionReason,
    Instant registeredAt) {

  static OwnProviderView of(Provider provider) {
    var place = provider.profile().place();
    return new OwnProviderView(
        ProviderView.of(provider),
        place.postalCode().value(),
        place.coordinates().map(Coordinates::latitude),
        place.coordinates().map(Coordinates::longitude),
        provider.profile().taxRegistration().map(TaxRegistration::number),
        provider.profile().affiliation().link(),
        provider.rejection(),
        provider.registeredAt());
  }
}
