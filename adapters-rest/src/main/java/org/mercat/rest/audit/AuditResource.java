package org.mercat.rest.audit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.audit.AuditEntries;
import org.mercat.application.audit.VerifyAuditTrail;
import org.mercat.application.audit.VerifyAuditTrail.Outcome.Verified;
import org.mercat.application.audit.port.AuditTrail.Filter;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.AuditEntryId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What was done in the market, and the proof that nobody has changed it since. */
@Path("admin/audit")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  private static final String ACTOR = "actor";
  private static final String SUBJECT = "subject";
  private static final String ACTION = "action";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final Map<String, Action> ACTIONS =
      Arrays.stream(Action.values()).collect(toMap(AuditEntryView::word, identity()));

  /** What a walk along the whole chain has found. */
  public record VerificationView(
      boolean ok, long entries, long waiting, String hash, List<ProblemView> problems) {}

  public record ProblemView(String damage, Optional<Long> sequence, Optional<UUID> entry) {}

  private final AuditEntries auditEntries;
  private final VerifyAuditTrail verifyAuditTrail;

  @Inject
  public AuditResource(AuditEntries auditEntries, VerifyAuditTrail verifyAuditTrail) {
    this.auditEntries = auditEntries;
    this.verifyAuditTrail = verifyAuditTrail;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, ACTOR, SUBJECT, ACTION, FROM, TO, Paging.LIMIT, Paging.CURSOR);
    var filter =
        new Filter(
            query.id(ACTOR),
            query.id(SUBJECT),
            query.word(ACTION, ACTIONS),
            query.instant(FROM),
            query.instant(TO));
    var asked = new AuditEntries.Query(Callers.of(security), filter, Paging.parse(query));
    return switch (auditEntries.handle(asked)) {
      case AuditEntries.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(AuditEntryView::of))).build();
      case AuditEntries.Outcome.Forbidden _ -> forbidden();
    };
  }

  @GET
  @Path("verify")
  public Response verify(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (verifyAuditTrail.handle(Callers.of(security))) {
      case Verified verified -> Response.ok(show(verified)).build();
      case VerifyAuditTrail.Outcome.Forbidden _ -> forbidden();
    };
  }

  private static VerificationView show(Verified verified) {
    return new VerificationView(
        verified.problems().isEmpty(),
        verified.entries(),
        verified.waiting(),
        verified.hash(),
        verified.problems().stream()
            .map(
                problem ->
                    new ProblemView(
                        AuditEntryView.word(problem.damage()),
                        problem.sequence(),
                        problem.entry().map(AuditEntryId::value)))
            .toList());
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators read the audit trail.");
  }
}
