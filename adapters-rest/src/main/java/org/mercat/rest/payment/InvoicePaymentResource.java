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
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.InvoiceDetails.Name;
import org.mercat.application.payment.MarkInvoicePaid;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.Receipt;
import org.mercat.domain.payment.Receipt.Means;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Money for an invoice that came by no gateway: who was paid says so (ES-13). */
@Path("invoices/{invoice}/mark-paid")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class InvoicePaymentResource {

  private static final Map<String, Means> MEANS =
      Arrays.stream(Means.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  means -> means.name().toLowerCase(Locale.ROOT), means -> means));

  private final MarkInvoicePaid markInvoicePaid;
  private final InvoiceAnswers answers;

  @Inject
  public InvoicePaymentResource(MarkInvoicePaid markInvoicePaid, InvoiceAnswers answers) {
    this.markInvoicePaid = markInvoicePaid;
    this.answers = answers;
  }

  @POST
  public Response markPaid(
      @PathParam("invoice") UUID invoice,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (marked(caller, new InvoiceId(invoice), body)) {
      case Parsed.Valid(var command) -> answer(caller, markInvoicePaid.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<MarkInvoicePaid.Command> marked(
      Caller caller, InvoiceId invoice, @Nullable JsonNode body) {
    var members = Members.of(body);
    var means = members.word("method", MEANS);
    var reference = members.optionalText("reference", 1, Receipt.LONGEST_REFERENCE);
    return members.into(
        () -> new MarkInvoicePaid.Command(caller, invoice, means.get(), reference.get()));
  }

  private Response answer(Caller caller, MarkInvoicePaid.Outcome outcome) {
    return switch (outcome) {
      case MarkInvoicePaid.Outcome.Marked(var id) -> answers.show(caller, new Name.ById(id));
      case MarkInvoicePaid.Outcome.NotFound _ -> InvoiceAnswers.notFound();
      case MarkInvoicePaid.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Whoever was paid says so.");
      case MarkInvoicePaid.Outcome.PaidByGateway _ ->
          Problem.of(ProblemCode.WRONG_STATE, "A gateway takes the money for it.");
      case MarkInvoicePaid.Outcome.Refused(var why) -> InvoiceAnswers.refusedPayment(why);
    };
  }
}
