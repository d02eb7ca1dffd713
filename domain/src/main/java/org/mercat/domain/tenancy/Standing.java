package org.mercat.domain.tenancy;

/** Whether a tenant is served; money that is under way comes to its end in both. */
public enum Standing {
  ACTIVE,
  SUSPENDED
}
