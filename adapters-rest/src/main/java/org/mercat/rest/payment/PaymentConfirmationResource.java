package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.ConfirmInvoicePayment;
import org.mercat.application.payment.InvoiceDetails.Name;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** An administrator confirms what a seller says of his money (ES-13). */
@Path("admin/invoices/{invoice}/confirm-payment")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class PaymentConfirmationResource {

  private final ConfirmInvoicePayment confirmInvoicePayment;
  private final InvoiceAnswers answers;

  @Inject
  public PaymentConfirmationResource(
      ConfirmInvoicePayment confirmInvoicePayment, InvoiceAnswers answers) {
    this.confirmInvoicePayment = confirmInvoicePayment;
    this.answers = answers;
  }

  @POST
  public Response confirm(
      @PathParam("invoice") UUID invoice,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ ->
          answer(caller, new ConfirmInvoicePayment.Command(caller, new InvoiceId(invoice)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response answer(Caller caller, ConfirmInvoicePayment.Command command) {
    return switch (confirmInvoicePayment.handle(command)) {
      case ConfirmInvoicePayment.Outcome.Confirmed(var id) ->
          answers.show(caller, new Name.ById(id));
      case ConfirmInvoicePayment.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only administrators confirm payments.");
      case ConfirmInvoicePayment.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no such invoice.");
      case ConfirmInvoicePayment.Outcome.Refused(var why) -> InvoiceAnswers.refusedPayment(why);
    };
  }
}
