package org.mercat.domain.catalog;

import java.util.UUID;

public record ListingId(UUID value) {}
