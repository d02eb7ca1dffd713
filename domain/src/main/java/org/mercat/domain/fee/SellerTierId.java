package org.mercat.domain.fee;

import java.util.UUID;

public record SellerTierId(UUID value) {}
