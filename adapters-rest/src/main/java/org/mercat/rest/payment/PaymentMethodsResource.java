package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.OwnPaymentMethod;
import org.mercat.application.payment.OwnPaymentMethods;
import org.mercat.application.payment.PreferPaymentMethod;
import org.mercat.application.payment.RemovePaymentMethod;
import org.mercat.application.payment.SavePaymentMethod;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.rest.booking.PaymentMethods;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation.Code;

/** The cards that the caller has let the gateway keep. */
@Path("users/me/payment-methods")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodsResource {

  private final SavePaymentMethod savePaymentMethod;
  private final OwnPaymentMethods ownPaymentMethods;
  private final OwnPaymentMethod ownPaymentMethod;
  private final PreferPaymentMethod preferPaymentMethod;
  private final RemovePaymentMethod removePaymentMethod;

  @Inject
  public PaymentMethodsResource(
      SavePaymentMethod savePaymentMethod,
      OwnPaymentMethods ownPaymentMethods,
      OwnPaymentMethod ownPaymentMethod,
      PreferPaymentMethod preferPaymentMethod,
      RemovePaymentMethod removePaymentMethod) {
    this.savePaymentMethod = savePaymentMethod;
    this.ownPaymentMethods = ownPaymentMethods;
    this.ownPaymentMethod = ownPaymentMethod;
    this.preferPaymentMethod = preferPaymentMethod;
    this.removePaymentMethod = removePaymentMethod;
  }

  /** The answer is kept for its key, so it leaves out the next step, which is a secret. */
  @POST
  public Response save(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (method(body)) {
      case Parsed.Valid<PaymentMethod>(var method) ->
          answer(caller, savePaymentMethod.handle(new SavePaymentMethod.Command(caller, method)));
      case Parsed.Invalid<PaymentMethod>(var violations) -> Problem.of(violations);
    };
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = new OwnPaymentMethods.Query(Callers.of(security), Paging.parse(uri));
    return switch (ownPaymentMethods.handle(query)) {
      case OwnPaymentMethods.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(PaymentMethodView::of))).build();
      case OwnPaymentMethods.Outcome.Forbidden _ -> forbidden();
    };
  }

  @GET
  @Path("{method}")
  public Response details(
      @PathParam("method") UUID method, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new OwnPaymentMethod.Query(Callers.of(security), new SavedMethodId(method));
    return switch (ownPaymentMethod.handle(query)) {
      case OwnPaymentMethod.Outcome.Found(var view) ->
          Response.ok(PaymentMethodView.of(view))
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .build();
      case OwnPaymentMethod.Outcome.Forbidden _ -> forbidden();
      case OwnPaymentMethod.Outcome.NotFound _ -> notFound();
    };
  }

  @PUT
  @Path("{method}/preferred")
  public Response prefer(
      @PathParam("method") UUID method,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new PreferPaymentMethod.Command(Callers.of(security), new SavedMethodId(method));
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> answer(preferPaymentMethod.handle(command));
      case Parsed.Invalid<Boolean>(var violations) -> Problem.of(violations);
    };
  }

  @DELETE
  @Path("{method}")
  public Response remove(
      @PathParam("method") UUID method, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new RemovePaymentMethod.Command(Callers.of(security), new SavedMethodId(method));
    return switch (removePaymentMethod.handle(command)) {
      case RemovePaymentMethod.Outcome.Removed _ -> Response.noContent().build();
      case RemovePaymentMethod.Outcome.Forbidden _ -> forbidden();
      case RemovePaymentMethod.Outcome.NotFound _ -> notFound();
    };
  }

  /** Nothing is kept of somebody who has not said that it may be. */
  private static Parsed<PaymentMethod> method(@Nullable JsonNode body) {
    var members = Members.of(body);
    var token = PaymentMethods.required(members);
    var consent = members.flag("consent").check(it -> it, Code.OUT_OF_RANGE, "is not true");
    return members.into(
        () -> {
          assert consent.get();
          return new PaymentMethod(token.get());
        });
  }

  private Response answer(Caller caller, SavePaymentMethod.Outcome outcome) {
    return switch (outcome) {
      case SavePaymentMethod.Outcome.Taken(var method) -> created(caller, method);
      case SavePaymentMethod.Outcome.Forbidden _ -> forbidden();
      case SavePaymentMethod.Outcome.Declined(var why) ->
          Problem.of(ProblemCode.PAYMENT_DECLINED, "The card is not kept: " + why + ".");
      case SavePaymentMethod.Outcome.TooMany _ ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              "You have " + SavedMethod.MOST + " already; take one away first.");
      case SavePaymentMethod.Outcome.Unavailable _ ->
          Problem.of(ProblemCode.UNAVAILABLE, "The payment gateway does not answer.");
    };
  }

  private Response created(Caller caller, SavedMethodId method) {
    return switch (ownPaymentMethod.handle(new OwnPaymentMethod.Query(caller, method))) {
      case OwnPaymentMethod.Outcome.Found(var view) ->
          Response.status(Response.Status.CREATED)
              .entity(PaymentMethodView.of(view.method()))
              .build();
      case OwnPaymentMethod.Outcome.Forbidden _ -> forbidden();
      case OwnPaymentMethod.Outcome.NotFound _ -> notFound();
    };
  }

  private static Response answer(PreferPaymentMethod.Outcome outcome) {
    return switch (outcome) {
      case PreferPaymentMethod.Outcome.Preferred(var method) ->
          Response.ok(PaymentMethodView.of(method)).build();
      case PreferPaymentMethod.Outcome.Forbidden _ -> forbidden();
      case PreferPaymentMethod.Outcome.NotFound _ -> notFound();
      case PreferPaymentMethod.Outcome.NotSaved _ ->
          Problem.of(ProblemCode.WRONG_STATE, "Your bank has not agreed yet that it is kept.");
    };
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "You may not change your account.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "You have no such method of payment.");
  }
}
