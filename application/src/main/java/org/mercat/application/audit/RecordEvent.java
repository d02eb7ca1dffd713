package org.mercat.application.audit;

import java.util.List;
import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Acting.Who;
import org.mercat.application.shared.ClientOrigin;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.identity.OidcEvent.IdentityLinked;
import org.mercat.domain.identity.SessionEvent.SessionOpened;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.shared.DomainEvent;

/** Reaction: every event is an entry of the audit trail, in the same unit of work (AN-02). */
public final class RecordEvent {

  private final AuditTrail trail;

  public RecordEvent(AuditTrail trail) {
    this.trail = trail;
  }

  public void handle(DomainEvent event) {
    trail.append(List.of(Deed.of(event, source(actor(event)))));
  }

  /** By whom and from where the present work was asked for, as the trail tells it. */
  static Deed.Source source() {
    return source(actor());
  }

  private static Deed.Source source(Actor actor) {
    var origin = ClientOrigin.current().map(ClientOrigin::pseudonym);
    return new Deed.Source(actor, Acting.now().request(), origin);
  }

  private static Actor actor() {
    return switch (Acting.now().who()) {
      case Who.Person(var caller) -> Actor.user(caller.user());
      case Who.Program(var key, _) -> Actor.apiKey(key);
      case Who.Guest _ -> Actor.GUEST;
      case Who.Market _ -> Actor.SYSTEM;
    };
  }

  /** Who signs up or in is nobody yet when he begins. */
  private static Actor actor(DomainEvent event) {
    var actor = actor();
    return actor.equals(Actor.GUEST)
        ? switch (event) {
          case SessionOpened opened -> Actor.user(opened.user());
          case UserRegistered registered -> Actor.user(registered.user());
          case IdentityLinked linked -> Actor.user(linked.user());
          default -> actor;
        }
        : actor;
  }
}
