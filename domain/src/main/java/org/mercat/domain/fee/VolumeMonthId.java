package org.mercat.domain.fee;

import java.util.UUID;

public record VolumeMonthId(UUID value) {}
