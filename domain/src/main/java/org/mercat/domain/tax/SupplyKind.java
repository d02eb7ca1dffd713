package org.mercat.domain.tax;

/** How something is supplied, which decides where it is taxed. */
public enum SupplyKind {
  GOODS(Supply.GOODS),
  ON_SITE_SERVICE(Supply.SERVICE),
  REMOTE_SERVICE(Supply.SERVICE);

  private final Supply supply;

  SupplyKind(Supply supply) {
    this.supply = supply;
  }

  public Supply supply() {
    return supply;
  }
}
