package org.mercat.persistence.tax;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxRuleId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** An exclusion constraint decides what overlaps. */
public final class MyBatisRecordedRules implements RecordedRules {

  private final Sessions sessions;

  public MyBatisRecordedRules(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public TaxRuleId nextId() {
    return new TaxRuleId(Ids.next());
  }

  @Override
  public Optional<RecordedRule> find(TaxRuleId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(TaxRuleRow::toDomain);
  }

  @Override
  public Optional<RecordedRule> named(String name) {
    return Optional.ofNullable(mapper().named(name)).map(TaxRuleRow::toDomain);
  }

  @Override
  public List<RecordedRule> ofPlace(Jurisdiction place, Instant known) {
    return mapper().ofPlace(place.country(), place.subdivision(), known).stream()
        .map(TaxRuleRow::toDomain)
        .toList();
  }

  @Override
  public Page<RecordedRule> page(Selection selection, PageRequest request) {
    var found =
        mapper()
            .page(
                selection.place().map(Jurisdiction::country).orElse(null),
                selection.place().map(Jurisdiction::subdivision).orElse(null),
                selection.component().orElse(null),
                selection.known().orElse(null),
                request.after().orElse(null),
                request.limit() + 1);
    return Page.of(
        found.stream().map(TaxRuleRow::toDomain).toList(), request, rule -> rule.id().value());
  }

  @Override
  public Addition add(RecordedRule rule) {
    return mapper().insert(TaxRuleRow.of(rule)) == 0 ? Addition.OVERLAP : Addition.ADDED;
  }

  @Override
  public void supersede(RecordedRule ended, List<RecordedRule> by) {
    if (mapper().supersede(TaxRuleRow.of(ended)) == 0
        || by.stream().anyMatch(rule -> add(rule) == Addition.OVERLAP)) {
      throw new ConcurrencyConflict("tax rule " + ended.id().value());
    }
  }

  private TaxRuleMapper mapper() {
    return sessions.mapper(TaxRuleMapper.class);
  }
}
