package org.mercat.domain.payment;

import java.util.UUID;

public record CreditNoteId(UUID value) {}
