package org.mercat.application.fee.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.fee.FeeScope;

public final class InMemoryFeeRules implements FeeRules, Store {

  private Map<FeeRuleId, FeeRule> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public FeeRuleId nextId() {
    return new FeeRuleId(TimeOrderedIds.next());
  }

  List<FeeRule> all() {
    return List.copyOf(stored.values());
  }

  @Override
  public Optional<FeeRule> find(FeeRuleId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Page<FeeRule> page(Selection selection, PageRequest request) {
    var found =
        new ArrayList<>(stored.values())
            .reversed().stream()
                .dropWhile(
                    rule -> request.after().filter(it -> !it.equals(rule.id().value())).isPresent())
                .skip(request.after().isPresent() ? 1 : 0)
                .filter(rule -> isSelected(rule, selection))
                .limit(request.limit() + 1L)
                .toList();
    return Page.of(found, request, rule -> rule.id().value());
  }

  private static boolean isSelected(FeeRule rule, Selection selection) {
    return selection.direction().map(it -> it == rule.direction()).orElse(true)
        && selection.source().map(it -> it == rule.scope().source()).orElse(true)
        && selection
            .seller()
            .map(it -> rule.scope().equals(new FeeScope.Promotion(it)))
            .orElse(true)
        && selection.inForce().map(rule.period()::contains).orElse(true);
  }

  @Override
  public Addition add(FeeRule rule) {
    if (stored.values().stream().anyMatch(rule::contradicts)) {
      return Addition.OVERLAP;
    }
    stored.put(rule.id(), rule);
    return Addition.ADDED;
  }

  @Override
  public void update(FeeRule rule) {
    var present = stored.get(rule.id());
    if (present == null || present.version() + 1 != rule.version()) {
      throw new ConcurrencyConflict("fee rule " + rule.id().value());
    }
    stored.put(rule.id(), rule);
  }
}
