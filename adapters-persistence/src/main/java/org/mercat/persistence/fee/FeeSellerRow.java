package org.mercat.persistence.fee;

import java.util.UUID;

/** Table {@code provider}, as far as fees go by it. */
record FeeSellerRow(UUID id, String timeZone) {}
