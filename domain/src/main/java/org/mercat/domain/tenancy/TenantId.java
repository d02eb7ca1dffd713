package org.mercat.domain.tenancy;

import java.util.UUID;

public record TenantId(UUID value) {}
