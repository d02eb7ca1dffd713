package org.mercat.domain.fee;

import java.util.UUID;

public record FeeRuleId(UUID value) {}
