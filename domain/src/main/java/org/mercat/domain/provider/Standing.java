package org.mercat.domain.provider;

/** Whether a provider takes part in the market; whether it may is its verification (C-08). */
public enum Standing {
  PENDING,
  ACTIVE,
  SUSPENDED,
  DELETED
}
