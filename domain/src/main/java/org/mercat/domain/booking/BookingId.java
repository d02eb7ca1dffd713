package org.mercat.domain.booking;

import java.util.UUID;

public record BookingId(UUID value) {}
