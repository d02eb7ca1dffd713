package org.mercat.application.tax.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.tax.port.SampleTaxRules.GOODS;
import static org.mercat.application.tax.port.SampleTaxRules.NEW_YORK;
import static org.mercat.application.tax.port.SampleTaxRules.SERVICES;
import static org.mercat.application.tax.port.SampleTaxRules.THEN;
import static org.mercat.domain.tax.TaxComponent.GST;
import static org.mercat.domain.tax.TaxComponent.HST;
import static org.mercat.domain.tax.TaxComponent.PST;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules.Addition;
import org.mercat.application.tax.port.RecordedRules.Selection;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Levy;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.RecordedRule.Change;
import org.mercat.domain.tax.RecordedRule.Transition;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRule;
import org.mercat.domain.tax.TaxScope;

/** What every adapter of {@link RecordedRules} promises, where nothing is recorded yet. */
public interface RecordedRulesContract {

  Instant LATER = THEN.plus(Duration.ofDays(30));
  Selection EVERYTHING = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

  RecordedRules rules();

  /** Of somebody who may add and supersede rules. */
  UnitOfWork unitOfWork();

  @Test
  default void what_was_added_is_found_again_as_it_was() {
    var general = rule(GST, TaxScope.EVERYTHING, "2020-01-01", "");
    var special = rule(GST, SampleTaxRules.inCategory("hot-meals"), "2020-01-01", "2021-01-01");

    assertThat(add(general)).isEqualTo(Addition.ADDED);
    assertThat(add(special)).isEqualTo(Addition.ADDED);

    assertThat(in(() -> rules().find(general.id()))).contains(general);
    assertThat(in(() -> rules().find(special.id()))).contains(special);
    assertThat(in(() -> rules().find(rules().nextId()))).isEmpty();
    assertThat(in(() -> rules().named(special.rule().id()))).contains(special);
    assertThat(in(() -> rules().named("us-ny-gst-2020-01-01"))).isEmpty();
  }

  @Test
  default void one_thing_is_not_taxed_twice_on_one_day() {
    assertThat(add(rule(GST, TaxScope.EVERYTHING, "2020-01-01", "2021-01-01")))
        .isEqualTo(Addition.ADDED);

    assertThat(add(rule(GST, GOODS, "2020-12-31", ""))).isEqualTo(Addition.OVERLAP);
    assertThat(add(rule(GST, GOODS, "2019-01-01", "2020-01-02"))).isEqualTo(Addition.OVERLAP);
    assertThat(add(rule(GST, SERVICES, "2019-01-01", ""))).isEqualTo(Addition.OVERLAP);
    assertThat(add(rule(HST, SERVICES, "2020-05-01", ""))).isEqualTo(Addition.OVERLAP);
    assertThat(page(EVERYTHING)).hasSize(1);
  }

  @Test
  default void other_things_other_days_and_other_taxes_are_taxed_beside_it() {
    assertThat(add(rule(GST, GOODS, "2020-01-01", "2021-01-01"))).isEqualTo(Addition.ADDED);

    assertThat(add(rule(GST, GOODS, "2021-01-01", ""))).isEqualTo(Addition.ADDED);
    assertThat(add(rule(GST, GOODS, "2019-01-01", "2020-01-01"))).isEqualTo(Addition.ADDED);
    assertThat(add(rule(GST, SERVICES, "2020-01-01", ""))).isEqualTo(Addition.ADDED);
    assertThat(add(rule(PST, GOODS, "2020-01-01", ""))).isEqualTo(Addition.ADDED);
    assertThat(add(rule(HST, SampleTaxRules.inCategory("meals"), "2020-01-01", "")))
        .isEqualTo(Addition.ADDED);
    assertThat(known(LATER)).hasSize(6);
  }

  @Test
  default void what_was_known_then_stays_known_of_then() {
    var rule = rule(HST, TaxScope.EVERYTHING, "2010-07-01", "");
    assertThat(add(rule)).isEqualTo(Addition.ADDED);
    var done = changed(rule, LATER);

    supersede(done);

    assertThat(known(LATER.minusMillis(1))).containsExactly(rule.rule());
    assertThat(known(LATER))
        .containsExactlyInAnyOrderElementsOf(done.by().stream().map(RecordedRule::rule).toList())
        .hasSize(2);
    assertThat(known(THEN.minusMillis(1))).isEmpty();
    assertThat(in(() -> rules().find(rule.id()))).contains(done.superseded());
  }

  @Test
  default void a_rule_is_superseded_once() {
    var rule = rule(HST, TaxScope.EVERYTHING, "2010-07-01", "");
    assertThat(add(rule)).isEqualTo(Addition.ADDED);
    supersede(changed(rule, LATER));

    assertThatThrownBy(() -> supersede(changed(rule, LATER.plusSeconds(1))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(known(LATER.plusSeconds(1))).hasSize(2);
  }

  @Test
  default void a_rule_that_would_overlap_is_not_superseded_by() {
    var rule = rule(HST, GOODS, "2010-07-01", "2020-01-01");
    var next = rule(HST, GOODS, "2020-01-01", "");
    assertThat(add(rule)).isEqualTo(Addition.ADDED);
    assertThat(add(next)).isEqualTo(Addition.ADDED);
    var ended = changed(rule, LATER).superseded();
    var tooLong =
        SampleTaxRules.rule(
            in(() -> rules().nextId()),
            HST,
            GOODS,
            SampleTaxRules.validity("2010-07-01", ""),
            LATER);

    assertThatThrownBy(() -> supersede(new Transition.Done(ended, List.of(tooLong), rule.added())))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(known(LATER)).containsExactlyInAnyOrder(rule.rule(), next.rule());
  }

  @Test
  default void the_last_added_come_first_a_page_at_a_time() {
    var first = rule(GST, GOODS, "2020-01-01", "");
    var second = rule(GST, SERVICES, "2020-01-01", "");
    var third = rule(PST, GOODS, "2020-01-01", "");
    for (var rule : List.of(first, second, third)) {
      assertThat(add(rule)).isEqualTo(Addition.ADDED);
    }

    var page = in(() -> rules().page(EVERYTHING, new PageRequest(2, Optional.empty())));
    assertThat(page.items()).containsExactly(third, second);
    assertThat(in(() -> rules().page(EVERYTHING, new PageRequest(2, page.next()))).items())
        .containsExactly(first);
  }

  @Test
  default void rules_are_selected_by_place_tax_and_the_time_of_knowing() {
    var rule = rule(HST, TaxScope.EVERYTHING, "2010-07-01", "");
    assertThat(add(rule)).isEqualTo(Addition.ADDED);
    var done = changed(rule, LATER);
    supersede(done);

    assertThat(page(select(Optional.of(new Jurisdiction("US", "NJ")), HST))).isEmpty();
    assertThat(page(select(Optional.of(NEW_YORK), GST))).isEmpty();
    assertThat(page(select(Optional.of(NEW_YORK), HST)))
        .containsExactlyElementsOf(done.by().reversed());
    assertThat(page(new Selection(Optional.of(NEW_YORK), Optional.empty(), Optional.of(THEN))))
        .containsExactly(done.superseded());
    assertThat(page(EVERYTHING)).hasSize(3);
  }

  private static Selection select(Optional<Jurisdiction> place, TaxComponent component) {
    return new Selection(place, Optional.of(component), Optional.of(LATER));
  }

  private Transition.Done changed(RecordedRule rule, Instant now) {
    var change =
        new Change(
            SampleTaxRules.validity("2015-01-01", ""),
            Optional.of(Levy.of(Rate.percent(3))),
            "a gazette");
    return (Transition.Done) in(() -> rule.supersede(change, rules()::nextId, now));
  }

  private RecordedRule rule(TaxComponent component, TaxScope scope, String from, String to) {
    return SampleTaxRules.rule(in(() -> rules().nextId()), component, scope, from, to);
  }

  private Addition add(RecordedRule rule) {
    return in(() -> rules().add(rule));
  }

  private void supersede(Transition.Done done) {
    var by =
        in(
            () -> {
              rules().supersede(done.superseded(), done.by());
              return done.by();
            });
    assertThat(by).isNotEmpty();
  }

  private List<TaxRule> known(Instant at) {
    return in(() -> rules().ofPlace(NEW_YORK, at)).stream().map(RecordedRule::rule).toList();
  }

  private List<RecordedRule> page(Selection selection) {
    return in(() -> rules().page(selection, new PageRequest(100, Optional.empty()))).items();
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
