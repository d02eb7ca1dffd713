package org.mercat.application.fee.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.fee.FeeSource;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: the rates that administrators have set, and those that held before. No two of them
 * say something of the same sellers at the same time, whoever adds them. Every adapter must pass
 * {@code FeeRulesContract}.
 */
public interface FeeRules {

  FeeRuleId nextId();

  Optional<FeeRule> find(FeeRuleId id);

  /** The rules that were asked for, the last set first. */
  Page<FeeRule> page(Selection selection, PageRequest request);

  /** Adds a rule unless it contradicts another one. */
  Addition add(FeeRule rule);

  /**
   * Keeps another end of a rule.
   *
   * @throws ConcurrencyConflict if it has been changed since it was read
   */
  void update(FeeRule rule);

  enum Addition {
    ADDED,
    OVERLAP
  }

  /**
   * Which rules are asked for; all of them where nothing is said.
   *
   * @param seller those for one seller alone, not those for everybody
   * @param inForce those that held or will hold then
   */
  record Selection(
      Optional<FeeDirection> direction,
      Optional<FeeSource> source,
      Optional<ProviderId> seller,
      Optional<Instant> inForce) {}
}
