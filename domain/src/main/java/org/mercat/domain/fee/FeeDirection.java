package org.mercat.domain.fee;

/**
 * What a share of a price is. Things that one engine of rates decides and that are never mixed
 * (C-26, C-29): one is taken from whoever sells, one is earned by a shop that has referred a buyer,
 * and one is paid by the client on top.
 */
public enum FeeDirection {
  PLATFORM_FEE("platform-fee"),
  REFERRAL_COMMISSION("referral-commission"),
  CUSTOMER_FEE("customer-fee");

  private final String word;

  FeeDirection(String word) {
    this.word = word;
  }

  /**
   * Whether rules of that kind may decide it. What a client pays is public, so it depends on
   * nothing that is known to the seller alone; what is taken from all sellers alike is the tenant's
   * tariff.
   */
  public boolean takes(FeeSource kind) {
    return switch (kind) {
      case PROMOTION -> true;
      case VOLUME, LEVEL -> this != CUSTOMER_FEE;
      case EVERYBODY -> this == CUSTOMER_FEE;
      case TENANT -> false;
    };
  }

  /** What names of rules call the default of a tenant. */
  String word() {
    return word;
  }
}
