package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.mercat.application.payment.PrintInvoice.Named;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.rest.shared.Callers;

/** A credit note to keep and to print. */
@Path("credit-notes/{note}/pdf")
@Singleton
public class CreditNotePdfResource {

  private final PdfAnswers answers;

  @Inject
  public CreditNotePdfResource(PdfAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Produces(PdfAnswers.PDF)
  public Response print(
      @PathParam("note") UUID note,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return answers.print(
        Callers.of(security), new Named.ACreditNote(new CreditNoteId(note)), uri, headers);
  }
}
