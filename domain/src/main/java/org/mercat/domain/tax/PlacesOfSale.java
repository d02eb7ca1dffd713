package org.mercat.domain.tax;

import java.util.Optional;

/**
 * The places that a sale touches.
 *
 * @param seller where the business is that sells
 * @param delivery where goods are handed over
 * @param performance where work is done
 * @param recipient where the buyer is
 */
public record PlacesOfSale(
    Jurisdiction seller,
    Optional<Jurisdiction> delivery,
    Optional<Jurisdiction> performance,
    Optional<Jurisdiction> recipient) {

  /**
   * Where the supply is made: goods where they are delivered, work on site where it is done, remote
   * work where its recipient is; where that is not known, at the seller's (Canada Revenue Agency,
   * GST/HST place of supply rules, and the New Harmonized Value-added Tax System Regulations).
   */
  public Jurisdiction ofSupply(SupplyKind kind) {
    var there =
        switch (kind) {
          case GOODS -> delivery.or(() -> recipient);
          case ON_SITE_SERVICE -> performance;
          case REMOTE_SERVICE -> recipient;
        };
    return there.orElse(seller);
  }
}
