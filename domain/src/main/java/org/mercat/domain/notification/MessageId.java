package org.mercat.domain.notification;

import java.util.UUID;

public record MessageId(UUID value) {}
