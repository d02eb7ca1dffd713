package org.mercat.domain.identity;

import java.util.UUID;

public record OidcIssuerId(UUID value) {}
