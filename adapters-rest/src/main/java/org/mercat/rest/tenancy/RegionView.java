package org.mercat.rest.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.tenancy.Region;
import org.mercat.domain.tenancy.Region.Law;
import org.mercat.domain.tenancy.Settings;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Violation.Code;

/** What holds about personal data in a region, as it is sent and shown. */
record RegionView(String code, String law, int retentionDays, boolean consentRequired) {

  /** All regions of a market. */
  record Regions(List<RegionView> regions) {
    static Regions of(Settings settings) {
      return new Regions(settings.regions().stream().map(RegionView::of).toList());
    }
  }

  private static final Map<String, Law> LAWS =
      Map.of("gdpr", Law.GDPR, "ccpa", Law.CCPA, "law_25", Law.LAW_25, "pipeda", Law.PIPEDA);

  static RegionView of(Region region) {
    return new RegionView(
        region.code(),
        region.law().name().toLowerCase(Locale.ROOT),
        region.retentionDays(),
        region.consentRequired());
  }

  static Parsed<List<Region>> parse(@Nullable JsonNode body) {
    var members = Members.of(body);
    var regions =
        members
            .list("regions", Settings.MOST_REGIONS, RegionView::region)
            .check(
                all -> all.stream().map(Region::code).distinct().count() == all.size(),
                Code.OUT_OF_RANGE,
                "has two regions of one code");
    return members.into(regions);
  }

  static String codeOf(String text) {
    if (!Region.isCode(text)) {
      throw new IllegalArgumentException("no region");
    }
    return text;
  }

  private static Supplier<Region> region(Members members) {
    var code = members.read("code", RegionView::codeOf, "is no region such as CA-QC (ISO 3166)");
    var law = members.word("law", LAWS);
    var days = members.number("retentionDays", 1, Region.LONGEST_RETENTION_DAYS);
    var consent = members.flag("consentRequired");
    return () -> new Region(code.get(), law.get(), days.get(), consent.get());
  }
}
