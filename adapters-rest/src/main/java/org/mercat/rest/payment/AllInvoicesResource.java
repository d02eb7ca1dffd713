package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.InvoiceDetails.Name;
import org.mercat.application.payment.InvoiceList;
import org.mercat.application.payment.VoidInvoice;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.Query;

/** The invoices of everybody, for administrators. */
@Path("admin/invoices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class AllInvoicesResource {

  private final InvoiceList invoiceList;
  private final VoidInvoice voidInvoice;
  private final InvoiceAnswers answers;

  @Inject
  public AllInvoicesResource(
      InvoiceList invoiceList, VoidInvoice voidInvoice, InvoiceAnswers answers) {
    this.invoiceList = invoiceList;
    this.voidInvoice = voidInvoice;
    this.answers = answers;
  }

  @GET
  public Listed<InvoiceView> list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, "status", Paging.LIMIT, Paging.CURSOR);
    var statuses = query.word("status", InvoiceAnswers.STATUSES).map(Set::of).orElse(Set.of());
    var asked =
        new InvoiceList.Query(
            Callers.of(security), InvoiceList.Scope.ALL, statuses, Paging.parse(query));
    return switch (invoiceList.handle(asked)) {
      case InvoiceList.Outcome.Listed(var found) -> Listed.of(found.map(InvoiceView::of));
      case InvoiceList.Outcome.Forbidden _ ->
          throw new ProblemException(
              ProblemCode.FORBIDDEN, "Only administrators see the invoices of everybody.");
    };
  }

  @POST
  @Path("{invoice}/void")
  public Response takeBack(
      @PathParam("invoice") UUID invoice,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ ->
          answer(caller, new VoidInvoice.Command(caller, new InvoiceId(invoice)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response answer(Caller caller, VoidInvoice.Command command) {
    return switch (voidInvoice.handle(command)) {
      case VoidInvoice.Outcome.Voided(var id) -> answers.show(caller, new Name.ById(id));
      case VoidInvoice.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only administrators take invoices back.");
      case VoidInvoice.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no such invoice.");
      case VoidInvoice.Outcome.Refused(var why) ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              switch (why) {
                case PAID -> "It is paid: what goes back stands on a credit note.";
                case VOID -> "It is void already.";
                case VIEWED, CREDIT_EXCEEDS_REST, NOT_OVERDUE, NOTHING_TO_CONFIRM ->
                    "It cannot be taken back.";
              });
    };
  }
}
