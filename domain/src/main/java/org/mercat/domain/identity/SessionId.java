package org.mercat.domain.identity;

import java.util.UUID;

public record SessionId(UUID value) {}
