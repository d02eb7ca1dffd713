package org.mercat.domain.payment;

import java.util.UUID;

/** One run in which payouts were decided (PO-02). */
public record PayoutBatchId(UUID value) {}
