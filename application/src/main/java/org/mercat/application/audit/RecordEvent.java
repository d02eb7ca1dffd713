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
    var acting = Acting.now();
    var origin = ClientOrigin.current().map(ClientOrigin::pseudonym);
    var source = new Deed.Source(actor(acting, event), acting.request(), origin);
    trail.append(List.of(Deed.of(event, source)));
  }

  /** Who signs up or in is nobody yet when he begins. */
  private static Actor actor(Acting acting, DomainEvent event) {
    return switch (acting.who()) {
      case Who.Person(var caller) -> Actor.user(caller.user());
      case Who.Market _ -> Actor.SYSTEM;
      case Who.Guest _ ->
          switch (event) {
            case SessionOpened opened -> Actor.user(opened.user());
            case UserRegistered registered -> Actor.user(registered.user());
            case IdentityLinked linked -> Actor.user(linked.user());
            default -> Actor.GUEST;
          };
    };
  }
}
