package org.mercat.domain.payment;

import java.util.UUID;

/** Names one dispute of a payment with the payer's bank. */
public record ChargebackId(UUID value) {}
