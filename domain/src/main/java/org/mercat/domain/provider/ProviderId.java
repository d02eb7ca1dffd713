package org.mercat.domain.provider;

import java.util.UUID;

public record ProviderId(UUID value) {}
