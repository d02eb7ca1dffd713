package org.mercat.domain.review;

import java.util.UUID;

public record ReviewId(UUID value) {}
