package org.mercat.domain.tax;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mercat.domain.tax.TaxRuleEvent.TaxRuleAdded;
import org.mercat.domain.tax.TaxRuleEvent.TaxRuleSuperseded;

/**
 * A rule, and when it was taken to be right. Its validity says of which days it speaks; what was
 * recorded says what was known when, and is never changed but for its end.
 *
 * @param supersededAt from when on something else is known (exclusive); empty as long as it holds
 */
public record RecordedRule(
    TaxRuleId id, TaxRule rule, Instant recordedAt, Optional<Instant> supersededAt) {

  public RecordedRule {
    if (supersededAt.filter(end -> !recordedAt.isBefore(end)).isPresent()) {
      throw new IllegalArgumentException(id + " was never known");
    }
  }

  /** What a command makes of what is known. */
  public sealed interface Transition {
    /** It is as this rule says no more, and as those say. */
    record Done(RecordedRule superseded, List<RecordedRule> by, TaxRuleEvent event)
        implements Transition {
      public Done {
        by = List.copyOf(by);
      }
    }

    record Refused(Refusal why) implements Transition {}
  }

  /** Why nothing changes. */
  public enum Refusal {
    /** Something else is known by now, or it will be recorded later. */
    NOT_KNOWN_NOW,
    /** The change is about days of which the rule does not speak. */
    OUTSIDE_ITS_VALIDITY
  }

  /**
   * What is known to be otherwise.
   *
   * @param when from which day on, and until when; until the rule's own end if none is named
   * @param levy how much is levied then; empty if the tax is not levied any more
   * @param source where to read it up
   */
  public record Change(Validity when, Optional<Levy> levy, String source) {}

  /** A rule that is known from now on, under a name of its own. */
  public static RecordedRule known(
      TaxRuleId id,
      Jurisdiction place,
      TaxComponent component,
      TaxScope scope,
      Levy levy,
      Validity validity,
      String source,
      Instant now) {
    var name = TaxRule.nameOf(place, component, scope, validity.from()) + "-" + id.end();
    var rule = new TaxRule(name, place, component, scope, levy, validity, source);
    return new RecordedRule(id, rule, now, Optional.empty());
  }

  public TaxRuleEvent added() {
    return new TaxRuleAdded(id, rule.id(), recordedAt);
  }

  public boolean isKnownAt(Instant instant) {
    return !instant.isBefore(recordedAt) && supersededAt.map(instant::isBefore).orElse(true);
  }

  /**
   * Takes notice of a change. What the rule says of the days before and after it stays as it is,
   * and is recorded again, so that at any time all that is known is told by whole rules.
   */
  public Transition supersede(Change change, Supplier<TaxRuleId> ids, Instant now) {
    if (supersededAt.isPresent() || !recordedAt.isBefore(now)) {
      return new Transition.Refused(Refusal.NOT_KNOWN_NOW);
    }
    var validity = rule.validity();
    if (!validity.contains(change.when())) {
      return new Transition.Refused(Refusal.OUTSIDE_ITS_VALIDITY);
    }
    var when = validity.within(change.when());
    var unchanged =
        Stream.of(validity.before(when), validity.after(when))
            .flatMap(Optional::stream)
            .map(days -> again(ids.get(), rule.levy(), days, rule.source(), now));
    var changed =
        change.levy().stream().map(levy -> again(ids.get(), levy, when, change.source(), now));
    var by = Stream.concat(unchanged, changed).toList();
    var superseded = new RecordedRule(id, rule, recordedAt, Optional.of(now));
    var event =
        new TaxRuleSuperseded(id, by.stream().map(RecordedRule::id).toList(), change.source(), now);
    return new Transition.Done(superseded, by, event);
  }

  private RecordedRule again(TaxRuleId next, Levy levy, Validity days, String source, Instant now) {
    return known(next, rule.place(), rule.component(), rule.scope(), levy, days, source, now);
  }
}
