package org.mercat.domain.payment;

import java.util.UUID;

public record InvoiceId(UUID value) {}
