package org.mercat.domain.tax;

import static org.mercat.domain.tax.Supply.GOODS;
import static org.mercat.domain.tax.TaxComponent.GST;
import static org.mercat.domain.tax.TaxComponent.HST;
import static org.mercat.domain.tax.TaxComponent.PST;
import static org.mercat.domain.tax.TaxComponent.QST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mercat.domain.shared.Rate;

/**
 * What the provinces and territories levy, since 2008 when the GST became 5 %, or since the day
 * from which all the taxes of a province are known. A change that is only announced is not in here.
 */
final class CanadianTaxes {

  private static final String CRA =
      "Canada Revenue Agency, GST/HST rates: cra-arc.gc.ca/tx/bsnss/tpcs/gst-tps/rts-eng.html";
  private static final String REVENU_QUEBEC =
      "Revenu Québec, changes to the QST system in 2013:"
          + " revenuquebec.ca/en/entreprise/taxes/tvq_tps/modifications-regime-tvq.aspx";
  private static final String HST_INCREASES_OF_2016 =
      "Avalara, Canada sales tax hikes 2016:"
          + " avalara.com/vatlive/en/vat-news/canada-sales-tax-hikes-2016.html";
  private static final String NOVA_SCOTIA_2025 =
      "Canada Gazette, SOR/2025-77:"
          + " gazette.gc.ca/rp-pr/p2/2025/2025-03-26/html/sor-dors77-eng.html";
  private static final String MANITOBA_2013 =
      "VATlive, Manitoba increases provincial sales tax to 8%:"
          + " vatlive.com/vat-news/canada-manitoba-increases-provincial-sales-tax-vat-to-8";
  private static final String MANITOBA_2019 =
      "Crowe Soberman, Manitoba tax rates: crowe.com/ca/crowesoberman/insights/manitoba-tax-rates";
  private static final String SASKATCHEWAN_2017 =
      "Ryan, Saskatchewan budget 2017:"
          + " ryan.com/canada/about-ryan/news-and-insights/2017/saskatchewan-budget-2017";
  private static final String ALL_RATES_OF_2026 =
      "TaxTips, sales tax rates 2026: taxtips.ca/salestaxes/sales-tax-rates-2026";

  private static final TaxScope EVERYTHING = TaxScope.EVERYTHING;
  private static final TaxScope GOODS_ALONE = TaxScope.of(Set.of(GOODS));

  private CanadianTaxes() {}

  static List<TaxRule> rules() {
    return Stream.of(
            rules("AB", GST, EVERYTHING, since("2008-01-01", 50_000, CRA)),
            rules("BC", HST, EVERYTHING, since("2010-07-01", 120_000, CRA), none("2013-04-01")),
            rules("BC", GST, EVERYTHING, since("2013-04-01", 50_000, CRA)),
            rules("BC", PST, GOODS_ALONE, since("2013-04-01", 70_000, ALL_RATES_OF_2026)),
            rules("MB", GST, EVERYTHING, since("2013-07-01", 50_000, CRA)),
            rules(
                "MB",
                PST,
                GOODS_ALONE,
                since("2013-07-01", 80_000, MANITOBA_2013),
                since("2019-07-01", 70_000, MANITOBA_2019)),
            rules(
                "NB",
                HST,
                EVERYTHING,
                since("2008-01-01", 130_000, CRA),
                since("2016-07-01", 150_000, HST_INCREASES_OF_2016)),
            rules(
                "NL",
                HST,
                EVERYTHING,
                since("2008-01-01", 130_000, CRA),
                since("2016-07-01", 150_000, HST_INCREASES_OF_2016)),
            rules(
                "NS",
                HST,
                EVERYTHING,
                since("2008-01-01", 130_000, CRA),
                since("2010-07-01", 150_000, CRA),
                since("2025-04-01", 140_000, NOVA_SCOTIA_2025)),
            rules("NT", GST, EVERYTHING, since("2008-01-01", 50_000, CRA)),
            rules("NU", GST, EVERYTHING, since("2008-01-01", 50_000, CRA)),
            rules("ON", HST, EVERYTHING, since("2010-07-01", 130_000, CRA)),
            rules(
                "PE",
                HST,
                EVERYTHING,
                since("2013-04-01", 140_000, CRA),
                since("2016-10-01", 150_000, HST_INCREASES_OF_2016)),
            rules("QC", GST, EVERYTHING, since("2013-01-01", 50_000, CRA)),
            rules("QC", QST, EVERYTHING, since("2013-01-01", 99_750, REVENU_QUEBEC)),
            rules("SK", GST, EVERYTHING, since("2008-01-01", 50_000, CRA)),
            rules(
                "SK",
                PST,
                GOODS_ALONE,
                since("2008-01-01", 50_000, SASKATCHEWAN_2017),
                since("2017-03-23", 60_000, SASKATCHEWAN_2017)),
            rules("YT", GST, EVERYTHING, since("2008-01-01", 50_000, CRA)))
        .flatMap(List::stream)
        .toList();
  }

  /** Each step lasts until the next one begins. */
  private static List<TaxRule> rules(
      String province, TaxComponent component, TaxScope scope, Step... steps) {
    var place = new Jurisdiction("CA", province);
    var rules = new ArrayList<TaxRule>();
    var next = Optional.<LocalDate>empty();
    for (var step : List.of(steps).reversed()) {
      if (step.rate().partsPerMillion() > 0) {
        rules.addFirst(
            new TaxRule(
                TaxRule.nameOf(place, component, scope, step.from()),
                place,
                component,
                scope,
                Levy.of(step.rate()),
                new Validity(step.from(), next),
                step.source()));
      }
      next = Optional.of(step.from());
    }
    return rules;
  }

  private static Step since(String day, long partsPerMillion, String source) {
    return new Step(LocalDate.parse(day), new Rate(partsPerMillion), source);
  }

  private static Step none(String day) {
    return new Step(LocalDate.parse(day), Rate.ZERO, CRA);
  }

  private record Step(LocalDate from, Rate rate, String source) {}
}
