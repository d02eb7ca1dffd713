package org.mercat.application.tax.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxRule;
import org.mercat.domain.tax.TaxRuleId;
import org.mercat.domain.tax.TaxRules;

public final class InMemoryRecordedRules implements RecordedRules, Store {

  private Map<TaxRuleId, RecordedRule> stored = new LinkedHashMap<>();

  /** What a tenant begins with. */
  public static InMemoryRecordedRules ofCanada() {
    var rules = new InMemoryRecordedRules();
    Subdivisions.ofCanada().stream()
        .map(place -> new Jurisdiction(place.country(), place.code()))
        .flatMap(place -> TaxRules.canada().at(place).stream())
        .sorted(Comparator.comparing(TaxRule::id))
        .map(rule -> new RecordedRule(rules.nextId(), rule, Instant.EPOCH, Optional.empty()))
        .forEach(rule -> rules.stored.put(rule.id(), rule));
    return rules;
  }

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public TaxRuleId nextId() {
    return new TaxRuleId(TimeOrderedIds.next());
  }

  @Override
  public Optional<RecordedRule> find(TaxRuleId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Optional<RecordedRule> named(String name) {
    return stored.values().stream().filter(rule -> rule.rule().id().equals(name)).findFirst();
  }

  @Override
  public List<RecordedRule> ofPlace(Jurisdiction place, Instant known) {
    return stored.values().stream()
        .filter(rule -> rule.rule().place().equals(place) && rule.isKnownAt(known))
        .sorted(Comparator.comparing(rule -> rule.rule().id()))
        .toList();
  }

  @Override
  public Page<RecordedRule> page(Selection selection, PageRequest request) {
    var found =
        new ArrayList<>(stored.values())
            .reversed().stream()
                .dropWhile(rule -> request.after().filter(last -> !is(rule, last)).isPresent())
                .skip(request.after().isPresent() ? 1 : 0)
                .filter(rule -> isSelected(rule, selection))
                .limit(request.limit() + 1L)
                .toList();
    return Page.of(found, request, rule -> rule.id().value());
  }

  private static boolean is(RecordedRule rule, UUID id) {
    return rule.id().value().equals(id);
  }

  private static boolean isSelected(RecordedRule rule, Selection selection) {
    return selection.place().map(rule.rule().place()::equals).orElse(true)
        && selection.component().map(rule.rule().component()::equals).orElse(true)
        && selection.known().map(rule::isKnownAt).orElse(true);
  }

  /** What is known with it must be known to a rule book without contradiction. */
  @Override
  public Addition add(RecordedRule rule) {
    var together =
        new ArrayList<>(
            stored.values().stream()
                .filter(other -> areKnownTogether(other, rule))
                .map(RecordedRule::rule)
                .toList());
    together.add(rule.rule());
    try {
      var _ = TaxRules.of(together);
    } catch (IllegalArgumentException contradiction) {
      return Addition.OVERLAP;
    }
    stored.put(rule.id(), rule);
    return Addition.ADDED;
  }

  private static boolean areKnownTogether(RecordedRule one, RecordedRule other) {
    return one.supersededAt().map(other.recordedAt()::isBefore).orElse(true)
        && other.supersededAt().map(one.recordedAt()::isBefore).orElse(true);
  }

  @Override
  public void supersede(RecordedRule ended, List<RecordedRule> by) {
    var present = stored.get(ended.id());
    if (present == null || present.supersededAt().isPresent()) {
      throw new ConcurrencyConflict("tax rule " + ended.id().value());
    }
    stored.put(ended.id(), ended);
    if (by.stream().anyMatch(rule -> add(rule) == Addition.OVERLAP)) {
      throw new ConcurrencyConflict("tax rule " + ended.id().value());
    }
  }
}
