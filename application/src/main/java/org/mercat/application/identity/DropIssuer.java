package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.OidcEvent.IssuerDropped;
import org.mercat.domain.identity.OidcIssuerId;
import org.mercat.domain.shared.Permission;

/** The tenant does not take the word of an issuer any more; sessions that are open go on. */
public final class DropIssuer {

  public record Command(Caller caller, OidcIssuerId issuer) {}

  public enum Outcome {
    DROPPED,
    NOT_FOUND,
    FORBIDDEN
  }

  private final Access access;
  private final OidcIssuers issuers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public DropIssuer(
      Access access,
      OidcIssuers issuers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource market) {
    this.access = access;
    this.issuers = issuers;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.market = market;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.TENANT_OWN)
        ? unitOfWork.run(() -> drop(command.issuer()))
        : Outcome.FORBIDDEN;
  }

  private Outcome drop(OidcIssuerId issuer) {
    if (!issuers.remove(issuer)) {
      return Outcome.NOT_FOUND;
    }
    outbox.append(new IssuerDropped(issuer, market.instant()));
    return Outcome.DROPPED;
  }
}
