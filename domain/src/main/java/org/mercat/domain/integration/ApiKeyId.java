package org.mercat.domain.integration;

import java.util.UUID;

public record ApiKeyId(UUID value) {}
