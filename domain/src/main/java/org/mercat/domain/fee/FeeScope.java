package org.mercat.domain.fee;

import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** For whom a rate is. */
public sealed interface FeeScope {

  /** For one seller. */
  record Promotion(ProviderId seller) implements FeeScope {}

  /**
   * For all who have sold so much in the month before, in its currency.
   *
   * @param from the lower edge, inclusive; the tier reaches up to that of the next one
   */
  record Volume(Money from) implements FeeScope {
    public Volume {
      if (from.isNegative()) {
        throw new IllegalArgumentException("a tier from " + from);
      }
    }
  }

  /** For all of one level. */
  record Level(SellerLevel level) implements FeeScope {}

  /** For all sellers alike. */
  record Everybody() implements FeeScope {}

  default FeeSource source() {
    return switch (this) {
      case Promotion _ -> FeeSource.PROMOTION;
      case Volume _ -> FeeSource.VOLUME;
      case Level _ -> FeeSource.LEVEL;
      case Everybody _ -> FeeSource.EVERYBODY;
    };
  }
}
