package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.mercat.application.payment.CreditNoteDetails;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What has gone back of invoices. */
@Path("credit-notes")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class CreditNotesResource {

  private final CreditNoteDetails details;

  @Inject
  public CreditNotesResource(CreditNoteDetails details) {
    this.details = details;
  }

  @GET
  @Path("{note}")
  public Response find(
      @PathParam("note") UUID note, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new CreditNoteDetails.Query(Callers.of(security), new CreditNoteId(note));
    return switch (details.handle(query)) {
      case CreditNoteDetails.Outcome.Found found -> Response.ok(CreditNoteView.of(found)).build();
      case CreditNoteDetails.Outcome.Forbidden _ -> InvoiceAnswers.forbidden();
      case CreditNoteDetails.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have no such credit note.");
    };
  }
}
