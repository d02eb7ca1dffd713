package org.mercat.domain.tenancy;

import java.util.UUID;

/** One market of an installation. */
public record TenantId(UUID value) {

  /** The tenant of an installation that serves one market only; it exists from the start. */
  public static final TenantId DEFAULT =
      new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
}
