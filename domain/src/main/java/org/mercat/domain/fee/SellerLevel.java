package org.mercat.domain.fee;

/** How a seller stands with the platform (seed 004: shop_tiers). */
public enum SellerLevel {
  BRONZE,
  SILVER,
  GOLD
}
