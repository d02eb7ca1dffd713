package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.AnnotateInvoice;
import org.mercat.application.payment.InvoiceDetails;
import org.mercat.application.payment.InvoiceDetails.Name;
import org.mercat.application.payment.InvoiceDetails.Reader;
import org.mercat.application.payment.InvoiceList;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNotes;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.Query;

/** The invoices of the caller, as client or as seller. */
@Path("invoices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {

  private final InvoiceList invoiceList;
  private final InvoiceDetails details;
  private final AnnotateInvoice annotateInvoice;
  private final InvoiceAnswers answers;

  @Inject
  public InvoicesResource(
      InvoiceList invoiceList,
      InvoiceDetails details,
      AnnotateInvoice annotateInvoice,
      InvoiceAnswers answers) {
    this.invoiceList = invoiceList;
    this.details = details;
    this.annotateInvoice = annotateInvoice;
    this.answers = answers;
  }

  @GET
  public Listed<InvoiceView> list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, "status", Paging.LIMIT, Paging.CURSOR);
    var statuses = query.word("status", InvoiceAnswers.STATUSES).map(Set::of).orElse(Set.of());
    var asked =
        new InvoiceList.Query(
            Callers.of(security), InvoiceList.Scope.OWN, statuses, Paging.parse(query));
    return switch (invoiceList.handle(asked)) {
      case InvoiceList.Outcome.Listed(var found) -> Listed.of(found.map(InvoiceView::of));
      case InvoiceList.Outcome.Forbidden _ ->
          throw new ProblemException(ProblemCode.FORBIDDEN, "You may not see invoices.");
    };
  }

  @GET
  @Path("{invoice}")
  public Response find(
      @PathParam("invoice") UUID invoice, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return answers.show(Callers.of(security), new Name.ById(new InvoiceId(invoice)));
  }

  @PATCH
  @Path("{invoice}")
  @Consumes(Patch.MEDIA_TYPE)
  public Response annotate(
      @PathParam("invoice") UUID invoice,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var name = new Name.ById(new InvoiceId(invoice));
    return switch (details.handle(new InvoiceDetails.Query(caller, name))) {
      case InvoiceDetails.Outcome.Found found when found.reader() != Reader.SELLER ->
          notTheSeller();
      case InvoiceDetails.Outcome.Found found -> {
        Preconditions.require(headers, found.version());
        yield annotate(caller, found, body);
      }
      case InvoiceDetails.Outcome.Forbidden _ -> InvoiceAnswers.forbidden();
      case InvoiceDetails.Outcome.NotFound _ -> InvoiceAnswers.notFound();
    };
  }

  private Response annotate(
      Caller caller, InvoiceDetails.Outcome.Found found, @Nullable JsonNode body) {
    return switch (notes(found.notes(), body)) {
      case Parsed.Valid(var notes) ->
          answer(caller, new AnnotateInvoice.Command(caller, found.invoice().id(), notes));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<InvoiceNotes> notes(InvoiceNotes present, @Nullable JsonNode body) {
    var patch = Patch.of(body);
    var shown = patch.optionalText("notes", 1, InvoiceNotes.LONGEST);
    var internal = patch.optionalText("internalNotes", 1, InvoiceNotes.LONGEST);
    return patch.into(
        () ->
            new InvoiceNotes(
                shown.get().overOptional(present.shown()),
                internal.get().overOptional(present.internal()),
                present.version()));
  }

  private Response answer(Caller caller, AnnotateInvoice.Command command) {
    return switch (annotateInvoice.handle(command)) {
      case AnnotateInvoice.Outcome.Written(var id) -> answers.show(caller, new Name.ById(id));
      case AnnotateInvoice.Outcome.Forbidden _ -> notTheSeller();
      case AnnotateInvoice.Outcome.NotFound _ -> InvoiceAnswers.notFound();
      case AnnotateInvoice.Outcome.Stale _ -> throw Preconditions.stale();
    };
  }

  private static Response notTheSeller() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only the seller writes on an invoice.");
  }
}
