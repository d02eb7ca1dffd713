package org.mercat.domain.shared;

/** What a person may be in the market; one person may be several of them (seed 000 to 004). */
public enum Role {
  GUEST,
  CLIENT,
  PROVIDER,
  DRIVER,
  ADMIN,
  SUPER_ADMIN
}
