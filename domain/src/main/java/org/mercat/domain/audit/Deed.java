package org.mercat.domain.audit;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * What somebody has done, as it is told to the audit trail. Nothing in it is personal but ids.
 *
 * @param event the name of the event, of the reading, or of the incident
 * @param facts what the event tells, without what people have written; empty when nothing was
 *     changed
 * @param request the id of the request that asked for it
 * @param origin the pseudonym of the address that it came from
 */
public record Deed(
    Actor actor,
    Action action,
    String event,
    Subject subject,
    SortedMap<String, String> facts,
    Optional<String> request,
    Optional<String> origin) {

  /** From where something was asked for. */
  public record Source(Actor actor, Optional<String> request, Optional<String> origin) {}

  public Deed {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** What an event tells. */
  public static Deed of(DomainEvent event, Source source) {
    return new Deed(
        source.actor(),
        Action.of(event.getClass()),
        event.getClass().getSimpleName(),
        event.subject(),
        Facts.of(event),
        source.request(),
        source.origin());
  }

  /** Something that changed nothing, such as a reading or an attempt. */
  public static Deed without(Action action, String event, Subject subject, Source source) {
    return new Deed(
        source.actor(),
        action,
        event,
        subject,
        Collections.emptySortedMap(),
        source.request(),
        source.origin());
  }

  /** 64 digits that stand for what was changed; empty when nothing was. */
  public Optional<String> change() {
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Canonical().with(event).with(facts).hex());
  }
}
