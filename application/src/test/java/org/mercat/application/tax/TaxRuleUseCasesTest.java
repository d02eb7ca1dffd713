package org.mercat.application.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.tax.port.InMemoryRecordedRules;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Levy;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.RecordedRule.Change;
import org.mercat.domain.tax.RecordedRule.Refusal;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRuleEvent;
import org.mercat.domain.tax.TaxRuleId;
import org.mercat.domain.tax.TaxScope;
import org.mercat.domain.tax.Validity;

class TaxRuleUseCasesTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final Caller ADMIN = caller(Role.ADMIN);
  private static final Caller CLIENT = caller(Role.CLIENT);
  private static final Jurisdiction YUKON = new Jurisdiction("CA", "YT");
  private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");

  private final Access access = new AccessRules();
  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryRecordedRules rules = InMemoryRecordedRules.ofCanada();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(rules, outbox);
  private final AddTaxRule add = new AddTaxRule(access, rules, outbox, unitOfWork, clock);
  private final SupersedeTaxRule supersede =
      new SupersedeTaxRule(access, rules, outbox, unitOfWork, clock);
  private final TaxRuleList list = new TaxRuleList(access, rules, unitOfWork, clock);
  private final TaxRuleDetails details = new TaxRuleDetails(access, rules, unitOfWork);

  @Test
  void an_administrator_adds_a_rule_that_is_known_from_then_on() {
    var added = added(pst());

    assertThat(details.handle(new TaxRuleDetails.Query(ADMIN, added.id())))
        .isEqualTo(new TaxRuleDetails.Outcome.Found(added));
    assertThat(events()).containsExactly(added.added());
    assertThat(known(NOW)).contains(added);
    assertThat(known(NOW.minusMillis(1))).doesNotContain(added);
  }

  @Test
  void a_rule_that_a_line_names_is_found_by_everybody_however_old_it_is() {
    var named = new NamedTaxRule(rules, unitOfWork);
    var _ = superseded(gst(), change(NEW_YEAR));

    assertThat(named.handle(new NamedTaxRule.Query("ca-yt-gst-2008-01-01")))
        .isInstanceOf(NamedTaxRule.Outcome.Found.class);
    assertThat(named.handle(new NamedTaxRule.Query("ca-yt-gst-2009-01-01")))
        .isEqualTo(new NamedTaxRule.Outcome.NotFound());
  }

  @Test
  void what_is_taxed_already_is_not_taxed_twice() {
    var added = added(pst());

    assertThat(add.handle(pst())).isEqualTo(new AddTaxRule.Outcome.Overlaps());
    assertThat(events()).containsExactly(added.added());
  }

  @Test
  void a_rule_is_superseded_and_not_forgotten() {
    var gst = gst();
    var by = superseded(gst, change(NEW_YEAR));

    assertThat(by).hasSize(2).allSatisfy(rule -> assertThat(known(NOW)).contains(rule));
    assertThat(ids(known(NOW.minusMillis(1)))).containsExactly(gst.id());
    assertThat(ids(history())).containsExactly(by.get(1).id(), by.get(0).id(), gst.id());
    assertThat(events()).hasOnlyElementsOfType(TaxRuleEvent.TaxRuleSuperseded.class).hasSize(1);
  }

  @Test
  void what_is_not_known_any_more_is_not_superseded_once_more() {
    var gst = gst();
    var _ = superseded(gst, change(NEW_YEAR));
    clock.set(NOW.plusSeconds(1));

    assertThat(handle(ADMIN, gst.id(), change(NEW_YEAR)))
        .isEqualTo(new SupersedeTaxRule.Outcome.Refused(Refusal.NOT_KNOWN_NOW));
  }

  @Test
  void a_change_of_days_of_which_the_rule_does_not_speak_is_refused() {
    assertThat(handle(ADMIN, gst().id(), change(LocalDate.parse("2007-12-31"))))
        .isEqualTo(new SupersedeTaxRule.Outcome.Refused(Refusal.OUTSIDE_ITS_VALIDITY));
  }

  @Test
  void nobody_finds_a_rule_that_there_is_not() {
    var unknown = rules.nextId();

    assertThat(details.handle(new TaxRuleDetails.Query(ADMIN, unknown)))
        .isEqualTo(new TaxRuleDetails.Outcome.NotFound());
    assertThat(handle(ADMIN, unknown, change(NEW_YEAR)))
        .isEqualTo(new SupersedeTaxRule.Outcome.NotFound());
  }

  @Test
  void only_administrators_see_and_say_what_is_levied() {
    var command = pst();
    var foreign =
        new AddTaxRule.Command(
            CLIENT,
            command.place(),
            command.component(),
            command.scope(),
            command.levy(),
            command.validity(),
            command.source());

    assertThat(add.handle(foreign)).isEqualTo(new AddTaxRule.Outcome.Forbidden());
    assertThat(handle(CLIENT, gst().id(), change(NEW_YEAR)))
        .isEqualTo(new SupersedeTaxRule.Outcome.Forbidden());
    assertThat(list.handle(query(CLIENT, Optional.empty(), false)))
        .isEqualTo(new TaxRuleList.Outcome.Forbidden());
    assertThat(details.handle(new TaxRuleDetails.Query(CLIENT, gst().id())))
        .isEqualTo(new TaxRuleDetails.Outcome.Forbidden());
  }

  private static AddTaxRule.Command pst() {
    return new AddTaxRule.Command(
        ADMIN,
        YUKON,
        TaxComponent.PST,
        TaxScope.EVERYTHING,
        Levy.of(Rate.percent(6)),
        Validity.since(NEW_YEAR),
        "a law of the test");
  }

  private static Change change(LocalDate from) {
    return new Change(
        Validity.since(from), Optional.of(Levy.of(Rate.percent(4))), "a gazette of the test");
  }

  private RecordedRule gst() {
    return rules.ofPlace(YUKON, Instant.EPOCH).getFirst();
  }

  private RecordedRule added(AddTaxRule.Command command) {
    return ((AddTaxRule.Outcome.Added) add.handle(command)).rule();
  }

  private List<RecordedRule> superseded(RecordedRule rule, Change change) {
    return ((SupersedeTaxRule.Outcome.Superseded) handle(ADMIN, rule.id(), change)).by();
  }

  private SupersedeTaxRule.Outcome handle(Caller caller, TaxRuleId rule, Change change) {
    return supersede.handle(new SupersedeTaxRule.Command(caller, rule, change));
  }

  private List<RecordedRule> known(Instant asOf) {
    return found(query(ADMIN, Optional.of(asOf), false));
  }

  private List<RecordedRule> history() {
    return found(query(ADMIN, Optional.empty(), true));
  }

  private List<RecordedRule> found(TaxRuleList.Query query) {
    return ((TaxRuleList.Outcome.Found) list.handle(query)).rules().items();
  }

  private static TaxRuleList.Query query(Caller caller, Optional<Instant> asOf, boolean history) {
    return new TaxRuleList.Query(
        caller,
        Optional.of(YUKON),
        Optional.empty(),
        asOf,
        history,
        new PageRequest(100, Optional.empty()));
  }

  private static List<TaxRuleId> ids(List<RecordedRule> rules) {
    return rules.stream().map(RecordedRule::id).toList();
  }

  private List<DomainEvent> events() {
    return outbox.events();
  }

  private static Caller caller(Role role) {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(role));
  }
}
