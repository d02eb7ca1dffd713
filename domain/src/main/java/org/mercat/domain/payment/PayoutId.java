package org.mercat.domain.payment;

import java.util.UUID;

/** Names one payout to a provider's bank. */
public record PayoutId(UUID value) {}
