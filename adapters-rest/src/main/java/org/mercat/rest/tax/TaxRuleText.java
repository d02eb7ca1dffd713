package org.mercat.rest.tax;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.Caller;
import org.mercat.application.tax.AddTaxRule;
import org.mercat.application.tax.SupersedeTaxRule;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Levy;
import org.mercat.domain.tax.RecordedRule.Change;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.domain.tax.TaxRuleId;
import org.mercat.domain.tax.TaxScope;
import org.mercat.domain.tax.Validity;
import org.mercat.rest.shared.Member;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Violation.Code;

/** The bodies that say what is levied. */
final class TaxRuleText {

  private static final int WHOLE_PPM = 1_000_000;
  private static final int LONGEST_SOURCE = 500;

  private TaxRuleText() {}

  static Parsed<AddTaxRule.Command> rule(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var place = members.read("place", TaxWords::place, TaxWords.NO_PLACE);
    var component = members.word("component", TaxWords.COMPONENTS);
    var supplies = supplies(members);
    var category = members.optionalRead("category", TaxCategory::new, "is no slug");
    var rate = members.number("ratePpm", 0, WHOLE_PPM);
    var share = members.optionalNumber("sharePpm", 0, WHOLE_PPM);
    var from = members.read("from", TaxWords::day, TaxWords.NO_DAY);
    var to = end(members, from);
    var source = members.text("source", 1, LONGEST_SOURCE);
    return members.into(
        () ->
            new AddTaxRule.Command(
                caller,
                place.get(),
                component.get(),
                new TaxScope(supplies.get(), category.get()),
                levy(rate.get(), share.get()),
                new Validity(from.get(), to.get()),
                source.get()));
  }

  static Parsed<SupersedeTaxRule.Command> change(
      Caller caller, TaxRuleId rule, @Nullable JsonNode body) {
    var members = Members.of(body);
    var rate = members.optionalNumber("ratePpm", 0, WHOLE_PPM);
    var share = members.optionalNumber("sharePpm", 0, WHOLE_PPM);
    if (members.has("sharePpm") && !members.has("ratePpm")) {
      members.violate("ratePpm", Code.REQUIRED, "is missing beside a share");
    }
    var from = members.read("from", TaxWords::day, TaxWords.NO_DAY);
    var to = end(members, from);
    var source = members.text("source", 1, LONGEST_SOURCE);
    return members.into(
        () ->
            new SupersedeTaxRule.Command(
                caller,
                rule,
                new Change(
                    new Validity(from.get(), to.get()),
                    rate.get().map(ppm -> levy(ppm, share.get())),
                    source.get())));
  }

  /** Whatever is sold, if nothing is said. */
  private static Member<Set<Supply>> supplies(Members members) {
    Map<String, Supply> words = TaxWords.SUPPLIES;
    return members.has("supplies")
        ? members.words("supplies", 1, words)
        : members.optionalText("supplies", 1, 1).map(_ -> Set.copyOf(words.values()));
  }

  private static Member<Optional<LocalDate>> end(Members members, Member<LocalDate> from) {
    return members
        .optionalRead("to", TaxWords::day, TaxWords.NO_DAY)
        .check(
            to -> to.stream().allMatch(end -> from.read().map(end::isAfter).orElse(true)),
            Code.OUT_OF_RANGE,
            "is not after from");
  }

  private static Levy levy(int ratePpm, Optional<Integer> sharePpm) {
    return new Levy(new Rate(ratePpm), sharePpm.map(Rate::new).orElse(Rate.WHOLE));
  }
}
