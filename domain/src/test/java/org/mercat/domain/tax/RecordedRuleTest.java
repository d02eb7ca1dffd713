package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.RecordedRule.Change;
import org.mercat.domain.tax.RecordedRule.Refusal;
import org.mercat.domain.tax.RecordedRule.Transition;
import org.mercat.domain.tax.TaxRuleEvent.TaxRuleAdded;
import org.mercat.domain.tax.TaxRuleEvent.TaxRuleSuperseded;

class RecordedRuleTest {

  private static final Jurisdiction NOVA_SCOTIA = new Jurisdiction("CA", "NS");
  private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2025-03-26T12:00:00Z");

  @Test
  void a_new_rule_has_a_name_and_is_known_from_then_on() {
    var rule = rule("2010-07-01", "");

    assertThat(rule.rule().id()).startsWith("ca-ns-hst-2010-07-01-").endsWith(rule.id().end());
    assertThat(rule.isKnownAt(THEN)).isTrue();
    assertThat(rule.isKnownAt(THEN.minusMillis(1))).isFalse();
    assertThat(rule.added()).isEqualTo(new TaxRuleAdded(rule.id(), rule.rule().id(), THEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2010-07-01 | ''         | 2025-04-01 | ''         | 2010-07-01/2025-04-01 15 + 2025-04-01/ 14",
        "2010-07-01 | ''         | 2010-07-01 | ''         | 2010-07-01/ 14",
        "2010-07-01 | 2030-01-01 | 2025-04-01 | ''         |"
            + " 2010-07-01/2025-04-01 15 + 2025-04-01/2030-01-01 14",
        "2010-07-01 | 2030-01-01 | 2025-04-01 | 2026-01-01 |"
            + " 2010-07-01/2025-04-01 15 + 2026-01-01/2030-01-01 15 + 2025-04-01/2026-01-01 14",
        "2010-07-01 | 2030-01-01 | 2025-04-01 | 2030-01-01 |"
            + " 2010-07-01/2025-04-01 15 + 2025-04-01/2030-01-01 14"
      })
  void what_is_known_to_be_otherwise_takes_its_days_and_leaves_the_others(
      String from, String to, String changeFrom, String changeTo, String expected) {
    var done = done(rule(from, to), change(changeFrom, changeTo, Optional.of(14L)));

    assertThat(String.join(" + ", said(done.by()))).isEqualTo(expected);
    assertThat(done.by()).allMatch(rule -> rule.isKnownAt(NOW));
    assertThat(done.superseded().isKnownAt(NOW)).isFalse();
    assertThat(done.superseded().isKnownAt(NOW.minusMillis(1))).isTrue();
    var rules = done.by().stream().map(RecordedRule::rule).toList();
    assertThat(TaxRules.of(rules).at(NOVA_SCOTIA)).hasSameElementsAs(rules);
  }

  @Test
  void a_tax_may_end() {
    var done = done(rule("2010-07-01", ""), change("2013-04-01", "", Optional.empty()));

    assertThat(said(done.by())).containsExactly("2010-07-01/2013-04-01 15");
  }

  @Test
  void the_event_names_what_holds_instead_and_why() {
    var rule = rule("2010-07-01", "");
    var done = done(rule, change("2025-04-01", "", Optional.of(14L)));

    assertThat(done.event())
        .isEqualTo(
            new TaxRuleSuperseded(
                rule.id(), done.by().stream().map(RecordedRule::id).toList(), "a gazette", NOW));
  }

  @Test
  void each_source_stays_with_what_it_says() {
    var done = done(rule("2010-07-01", ""), change("2025-04-01", "", Optional.of(14L)));

    assertThat(done.by())
        .extracting(rule -> rule.rule().source())
        .containsExactly("a law", "a gazette");
  }

  @ParameterizedTest
  @CsvSource({
    "2010-06-30, ''",
    "2020-01-01, ''",
    "2025-01-01, ''",
    "2019-12-31, 2020-01-02",
    "2009-01-01, 2010-01-01"
  })
  void a_change_of_other_days_is_refused(String from, String to) {
    assertThat(
            rule("2010-07-01", "2020-01-01")
                .supersede(change(from, to, Optional.of(14L)), RecordedRuleTest::id, NOW))
        .isEqualTo(new Transition.Refused(Refusal.OUTSIDE_ITS_VALIDITY));
  }

  @Test
  void what_is_no_longer_known_or_not_yet_cannot_be_superseded() {
    var rule = rule("2010-07-01", "");
    var change = change("2025-04-01", "", Optional.of(14L));
    var refused = new Transition.Refused(Refusal.NOT_KNOWN_NOW);
    var superseded = done(rule, change).superseded();

    assertThat(superseded.supersede(change, RecordedRuleTest::id, NOW.plusSeconds(1)))
        .isEqualTo(refused);
    assertThat(rule.supersede(change, RecordedRuleTest::id, THEN)).isEqualTo(refused);
  }

  @Test
  void nothing_was_known_for_no_time() {
    var rule = rule("2010-07-01", "");

    assertThatIllegalArgumentException().isThrownBy(() -> ended(rule));
  }

  private static RecordedRule ended(RecordedRule rule) {
    return new RecordedRule(rule.id(), rule.rule(), THEN, Optional.of(THEN));
  }

  private static Transition.Done done(RecordedRule rule, Change change) {
    return (Transition.Done) rule.supersede(change, RecordedRuleTest::id, NOW);
  }

  private static RecordedRule rule(String from, String to) {
    return RecordedRule.known(
        id(),
        NOVA_SCOTIA,
        TaxComponent.HST,
        TaxScope.EVERYTHING,
        Levy.of(Rate.percent(15)),
        validity(from, to),
        "a law",
        THEN);
  }

  private static Change change(String from, String to, Optional<Long> percent) {
    return new Change(validity(from, to), percent.map(Rate::percent).map(Levy::of), "a gazette");
  }

  private static Validity validity(String from, String to) {
    return new Validity(
        LocalDate.parse(from), Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse));
  }

  private static List<String> said(List<RecordedRule> rules) {
    return rules.stream()
        .map(RecordedRule::rule)
        .map(
            rule ->
                "%s/%s %d"
                    .formatted(
                        rule.validity().from(),
                        rule.validity().to().map(LocalDate::toString).orElse(""),
                        rule.levy().rate().partsPerMillion() / 10_000))
        .toList();
  }

  private static TaxRuleId id() {
    return new TaxRuleId(UUID.randomUUID());
  }
}
