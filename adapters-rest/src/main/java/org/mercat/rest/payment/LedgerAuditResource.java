package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.mercat.application.payment.LedgerAudit;
import org.mercat.application.payment.port.Ledger;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** The check of all the books, for administrators. */
@Path("admin/ledger/verify")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class LedgerAuditResource {

  /** What a check of all the books has found. */
  public record AuditView(boolean ok, long transactions, List<String> problems) {}

  private final LedgerAudit ledgerAudit;

  @Inject
  public LedgerAuditResource(LedgerAudit ledgerAudit) {
    this.ledgerAudit = ledgerAudit;
  }

  @GET
  public Response verify(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return ledgerAudit
        .handle(Callers.of(security))
        .map(audit -> Response.ok(show(audit)).build())
        .orElseGet(() -> Problem.of(ProblemCode.FORBIDDEN, "Only administrators check the books."));
  }

  private static AuditView show(Ledger.Audit audit) {
    return new AuditView(audit.problems().isEmpty(), audit.transactions(), audit.problems());
  }
}
