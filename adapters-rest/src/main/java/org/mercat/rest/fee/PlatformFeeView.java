package org.mercat.rest.fee;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;

/** What the platform takes, as it is sent and shown. */
public record PlatformFeeView(long ratePpm, boolean taxOnFee) {

  private static final int WHOLE_PPM = 1_000_000;

  static PlatformFeeView of(FeeTariff tariff) {
    return new PlatformFeeView(tariff.rate().partsPerMillion(), tariff.taxOnFee());
  }

  static Parsed<PlatformFeeView> parse(@Nullable JsonNode body) {
    var members = Members.of(body);
    var ratePpm = members.number("ratePpm", 0, WHOLE_PPM);
    var taxOnFee = members.flag("taxOnFee");
    return members.into(() -> new PlatformFeeView(ratePpm.get(), taxOnFee.get()));
  }
}
