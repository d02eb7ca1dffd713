package org.mercat.domain.booking;

import java.util.Optional;
import org.mercat.domain.tax.Jurisdiction;

/** Where a client is, or where the work is to be done. */
public record Address(
    Jurisdiction place,
    Optional<String> city,
    Optional<String> postalCode,
    Optional<String> line1) {}
