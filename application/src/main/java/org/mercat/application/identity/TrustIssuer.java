package org.mercat.application.identity;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.OidcEvent.IssuerTrusted;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuer.Algorithm;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** The tenant takes the word of an issuer outside from now on. */
public final class TrustIssuer {

  /** The parts of an {@link OidcIssuer}. */
  public record Command(
      Caller caller,
      String issuer,
      String audience,
      URI keys,
      Set<Algorithm> algorithms,
      String rolesClaim,
      Map<String, Role> roles,
      boolean admitsStrangers) {}

  public sealed interface Outcome {
    record Trusted(OidcIssuer issuer) implements Outcome {}

    record TrustedAlready() implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final OidcIssuers issuers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource market;

  public TrustIssuer(
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

  /** Whoever lets an issuer make administrators must be able to make them himself. */
  public Outcome handle(Command command) {
    var makesAdministrators = command.roles().containsValue(Role.ADMIN);
    if (!access.may(command.caller(), Permission.TENANT_OWN)
        || (makesAdministrators && !access.may(command.caller(), Permission.ADMIN_MANAGE))) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(() -> trust(issuer(command)));
  }

  private Outcome trust(OidcIssuer issuer) {
    return switch (issuers.add(issuer)) {
      case TRUSTED_ALREADY -> new Outcome.TrustedAlready();
      case ADDED -> {
        outbox.append(new IssuerTrusted(issuer.id(), market.instant()));
        yield new Outcome.Trusted(issuer);
      }
    };
  }

  private OidcIssuer issuer(Command command) {
    return new OidcIssuer(
        issuers.nextId(),
        command.issuer(),
        command.audience(),
        command.keys(),
        command.algorithms(),
        command.rolesClaim(),
        command.roles(),
        command.admitsStrangers());
  }
}
