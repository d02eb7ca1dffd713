package org.mercat.application.tax.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRuleId;

/**
 * Driven port: what is known of taxes, and what was known of them at any time before. Of all that
 * is known at one time no two rules tax the same thing on the same day, whoever adds them. Every
 * adapter must pass {@code RecordedRulesContract}.
 */
public interface RecordedRules {

  TaxRuleId nextId();

  Optional<RecordedRule> find(TaxRuleId id);

  /** The rule of which tax lines speak by this name. */
  Optional<RecordedRule> named(String name);

  /** All that was known of a place at an instant. */
  List<RecordedRule> ofPlace(Jurisdiction place, Instant known);

  /** The rules that were asked for, the last recorded first. */
  Page<RecordedRule> page(Selection selection, PageRequest request);

  /** Adds a rule unless it taxes what another one taxes that is known at the same time. */
  Addition add(RecordedRule rule);

  /**
   * Ends what was known, and adds what is known instead.
   *
   * @throws ConcurrencyConflict if it has ended already, or something else came in between
   */
  void supersede(RecordedRule ended, List<RecordedRule> by);

  enum Addition {
    ADDED,
    OVERLAP
  }

  /**
   * Which rules are asked for; all of them where nothing is said.
   *
   * @param known those that were known at that instant, and no others
   */
  record Selection(
      Optional<Jurisdiction> place, Optional<TaxComponent> component, Optional<Instant> known) {}
}
