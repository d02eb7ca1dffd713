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
import org.mercat.domain.payment.InvoiceId;
import org.mercat.rest.shared.Callers;

/** An invoice to keep and to print. */
@Path("invoices/{invoice}/pdf")
@Singleton
public class InvoicePdfResource {

  private final PdfAnswers answers;

  @Inject
  public InvoicePdfResource(PdfAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Produces(PdfAnswers.PDF)
  public Response print(
      @PathParam("invoice") UUID invoice,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return answers.print(
        Callers.of(security), new Named.AnInvoice(new InvoiceId(invoice)), uri, headers);
  }
}
