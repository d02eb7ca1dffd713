package org.mercat.domain.provider;

import java.util.Optional;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.tax.Jurisdiction;

/** Where a provider is at home. */
public record Place(
    Jurisdiction jurisdiction,
    PostalCode postalCode,
    Optional<String> city,
    Optional<Coordinates> coordinates) {}
