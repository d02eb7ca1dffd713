package org.mercat.domain.catalog;

/** Where a service can be done. */
public enum LocationType {
  ON_SITE,
  REMOTE,
  BOTH
}
