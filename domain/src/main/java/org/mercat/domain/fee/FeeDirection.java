package org.mercat.domain.fee;

/**
 * What a share of a price is. Two things that one engine of rates decides and that are never mixed
 * (C-26): one is taken from whoever sells, the other is earned by a shop that has referred a buyer.
 */
public enum FeeDirection {
  PLATFORM_FEE("platform-fee"),
  REFERRAL_COMMISSION("referral-commission");

  private final String word;

  FeeDirection(String word) {
    this.word = word;
  }

  /** What names of rules call the default of a tenant. */
  String word() {
    return word;
  }
}
