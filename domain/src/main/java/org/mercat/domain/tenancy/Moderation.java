package org.mercat.domain.tenancy;

/** When somebody looks at what persons write in public (C-11). */
public enum Moderation {
  /** Before others see it. */
  PRE,
  /** When somebody complains. */
  POST
}
