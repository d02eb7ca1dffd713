package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.ChargebackDetails;
import org.mercat.application.payment.ChargebackList;
import org.mercat.application.payment.GiveEvidence;
import org.mercat.application.payment.port.Chargebacks.Filter;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.Chargeback.EvidenceRefusal;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** What payers' banks contest, and the answers to them; for administrators. */
@Path("admin/chargebacks")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChargebacksResource {

  private static final String STATUS = "status";
  private static final String PROVIDER = "provider";

  private static final Map<String, Status> STATUSES =
      Arrays.stream(Status.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  status -> status.name().toLowerCase(Locale.ROOT), Function.identity()));

  /** A chargeback with the evidence that was given, by the names of its fields. */
  public record Details(ChargebackView chargeback, Map<String, String> answers) {}

  private final ChargebackList chargebackList;
  private final ChargebackDetails chargebackDetails;
  private final GiveEvidence giveEvidence;

  @Inject
  public ChargebacksResource(
      ChargebackList chargebackList,
      ChargebackDetails chargebackDetails,
      GiveEvidence giveEvidence) {
    this.chargebackList = chargebackList;
    this.chargebackDetails = chargebackDetails;
    this.giveEvidence = giveEvidence;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, STATUS, PROVIDER, Paging.LIMIT, Paging.CURSOR);
    var filter = new Filter(query.word(STATUS, STATUSES), query.id(PROVIDER).map(ProviderId::new));
    var asked = new ChargebackList.Query(Callers.of(security), filter, Paging.parse(query));
    return switch (chargebackList.handle(asked)) {
      case ChargebackList.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(ChargebackView::of))).build();
      case ChargebackList.Outcome.Forbidden _ -> forbidden();
    };
  }

  @GET
  @Path("{chargeback}")
  public Response details(
      @PathParam("chargeback") UUID chargeback,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return show(Callers.of(security), new ChargebackId(chargeback));
  }

  @POST
  @Path("{chargeback}/evidence")
  public Response evidence(
      @PathParam("chargeback") UUID chargeback,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var id = new ChargebackId(chargeback);
    return switch (EvidenceText.read(body)) {
      case Parsed.Valid(var asked) ->
          given(
              caller,
              giveEvidence.handle(
                  new GiveEvidence.Command(caller, id, asked.answers(), asked.submit())));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response given(Caller caller, GiveEvidence.Outcome outcome) {
    return switch (outcome) {
      case GiveEvidence.Outcome.Given(var id, _) -> show(caller, id);
      case GiveEvidence.Outcome.Forbidden _ -> forbidden();
      case GiveEvidence.Outcome.NotFound _ -> notFound();
      case GiveEvidence.Outcome.Unacceptable _ ->
          Problem.of(
              ProblemCode.UNACCEPTABLE_REQUEST,
              "There is no answer at all, or all of them together are too long.",
              new Violation("/answers", Code.OUT_OF_RANGE, "is empty, or too long"));
      case GiveEvidence.Outcome.Refused(var why) ->
          Problem.of(ProblemCode.WRONG_STATE, refused(why));
    };
  }

  private static String refused(EvidenceRefusal why) {
    return switch (why) {
      case NOT_AWAITED -> "The bank does not wait for evidence.";
      case TOO_LATE -> "The time to give evidence is over.";
      case UNDER_WAY -> "The gateway has not answered to the last evidence yet.";
      case SUBMITTED -> "The bank has the evidence; it takes it once.";
    };
  }

  private Response show(Caller caller, ChargebackId id) {
    return switch (chargebackDetails.handle(new ChargebackDetails.Query(caller, id))) {
      case ChargebackDetails.Outcome.Found(var chargeback, var material) ->
          Response.ok(
                  new Details(
                      ChargebackView.of(chargeback, material),
                      EvidenceText.show(chargeback.evidence().answers())))
              .build();
      case ChargebackDetails.Outcome.Forbidden _ -> forbidden();
      case ChargebackDetails.Outcome.NotFound _ -> notFound();
    };
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators look after chargebacks.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such chargeback.");
  }
}
