package org.mercat.domain.identity;

import java.util.UUID;

public record UserId(UUID value) {}
