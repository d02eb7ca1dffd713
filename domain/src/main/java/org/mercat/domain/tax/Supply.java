package org.mercat.domain.tax;

/** What is sold, as far as taxes tell it apart. */
public enum Supply {
  SERVICE,
  GOODS
}
