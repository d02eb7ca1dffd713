package org.mercat.application.identity;

import java.util.List;
import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.shared.Permission;

/** The issuers outside that the tenant trusts. */
public final class TrustedIssuers {

  public record Query(Caller caller) {}

  public sealed interface Outcome {
    record Listed(List<OidcIssuer> issuers) implements Outcome {
      public Listed {
        issuers = List.copyOf(issuers);
      }
    }

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final OidcIssuers issuers;
  private final UnitOfWork unitOfWork;

  public TrustedIssuers(Access access, OidcIssuers issuers, UnitOfWork unitOfWork) {
    this.access = access;
    this.issuers = issuers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.TENANT_OWN)
        ? new Outcome.Listed(unitOfWork.run(issuers::all))
        : new Outcome.Forbidden();
  }
}
