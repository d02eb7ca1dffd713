package org.mercat.persistence.fee;

import java.util.Optional;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** An exclusion constraint decides what contradicts what. */
public final class MyBatisFeeRules implements FeeRules {

  private final Sessions sessions;

  public MyBatisFeeRules(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public FeeRuleId nextId() {
    return new FeeRuleId(Ids.next());
  }

  @Override
  public Optional<FeeRule> find(FeeRuleId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(FeeRuleRow::toDomain);
  }

  @Override
  public Page<FeeRule> page(Selection selection, PageRequest request) {
    var found =
        mapper()
            .page(
                selection.direction().orElse(null),
                selection.source().orElse(null),
                selection.seller().map(ProviderId::value).orElse(null),
                selection.inForce().orElse(null),
                request.after().orElse(null),
                request.limit() + 1);
    return Page.of(
        found.stream().map(FeeRuleRow::toDomain).toList(), request, rule -> rule.id().value());
  }

  @Override
  public Addition add(FeeRule rule) {
    return mapper().insert(FeeRuleRow.of(rule)) == 0 ? Addition.OVERLAP : Addition.ADDED;
  }

  @Override
  public void update(FeeRule rule) {
    if (mapper().update(FeeRuleRow.of(rule)) == 0) {
      throw new ConcurrencyConflict("fee rule " + rule.id().value());
    }
  }

  private FeeRuleMapper mapper() {
    return sessions.mapper(FeeRuleMapper.class);
  }
}
