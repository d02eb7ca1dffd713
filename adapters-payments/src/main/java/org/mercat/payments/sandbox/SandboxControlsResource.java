package org.mercat.payments.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Permission;
import org.mercat.payments.sandbox.Counterparties.Act;

/** Lets a test play the payer, the bank and the payee; not there outside of tests. */
@Path("test/sandbox")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SandboxControlsResource {

  private static final String SUBJECT = "subject";
  private static final String AMOUNT = "amount";

  private final Sandbox sandbox;

  @Inject
  public SandboxControlsResource(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @GET
  @Path("payments")
  public Response payments(@Context SecurityContext caller, @Context UriInfo uri) {
    return about(Book.PAYMENTS, Views::of, caller, uri);
  }

  @GET
  @Path("refunds")
  public Response refunds(@Context SecurityContext caller, @Context UriInfo uri) {
    return about(Book.REFUNDS, Views::of, caller, uri);
  }

  @GET
  @Path("accounts")
  public Response accounts(@Context SecurityContext caller, @Context UriInfo uri) {
    return about(Book.ACCOUNTS, Views::of, caller, uri);
  }

  @GET
  @Path("transfers")
  public Response transfers(@Context SecurityContext caller, @Context UriInfo uri) {
    return about(Book.TRANSFERS, Views::of, caller, uri);
  }

  @GET
  @Path("payouts")
  public Response payouts(@Context SecurityContext caller, @Context UriInfo uri) {
    return about(Book.PAYOUTS, Views::of, caller, uri);
  }

  @POST
  @Path("payouts/{id}/fail")
  public Response payoutFails(@Context SecurityContext caller, @PathParam("id") String id) {
    admit(sandbox, caller);
    var payout = new GatewayReference(id);
    return after(
        sandbox.counterparties().completePayout(payout, false),
        () -> found(Book.PAYOUTS, Views::of, payout));
  }

  @POST
  @Path("payments/{id}/succeed")
  public Response paymentSucceeds(@Context SecurityContext caller, @PathParam("id") String id) {
    return completeAction(caller, id, true);
  }

  @POST
  @Path("payments/{id}/fail")
  public Response paymentFails(@Context SecurityContext caller, @PathParam("id") String id) {
    return completeAction(caller, id, false);
  }

  @POST
  @Path("payments/{id}/refund")
  public Response refundByHand(
      @Context SecurityContext caller, @Context UriInfo uri, @PathParam("id") String id) {
    admit(sandbox, caller);
    allowOnly(uri, Set.of(AMOUNT));
    var payment = new GatewayReference(id);
    return after(
        sandbox.counterparties().refundByHand(payment, amount(uri)),
        () -> found(Book.PAYMENTS, Views::of, payment));
  }

  @POST
  @Path("refunds/{id}/succeed")
  public Response refundSucceeds(@Context SecurityContext caller, @PathParam("id") String id) {
    return completeRefund(caller, id, true);
  }

  @POST
  @Path("refunds/{id}/fail")
  public Response refundFails(@Context SecurityContext caller, @PathParam("id") String id) {
    return completeRefund(caller, id, false);
  }

  @POST
  @Path("accounts/{id}/finish")
  public Response accountFinishes(@Context SecurityContext caller, @PathParam("id") String id) {
    admit(sandbox, caller);
    var account = new GatewayReference(id);
    return after(
        sandbox.counterparties().finishOnboarding(account),
        () -> found(Book.ACCOUNTS, Views::of, account));
  }

  @GET
  @Path("held-answers")
  public Response heldAnswers(@Context SecurityContext caller) {
    admit(sandbox, caller);
    return operations(sandbox.heldAnswers().keys());
  }

  @POST
  @Path("held-answers/release")
  public Response releaseAnswers(@Context SecurityContext caller) {
    admit(sandbox, caller);
    return operations(sandbox.heldAnswers().release());
  }

  /** Only who is allowed to may, and only in a test. */
  static void admit(Sandbox sandbox, SecurityContext caller) {
    if (!sandbox.isControlled()) {
      throw new NotFoundException();
    }
    if (!caller.isUserInRole(Permission.TEST_CONTROL.name())) {
      throw new ForbiddenException();
    }
  }

  /** An unknown parameter of the query is a mistake of the caller. */
  static void allowOnly(UriInfo uri, Set<String> names) {
    if (!names.containsAll(uri.getQueryParameters().keySet())) {
      throw new BadRequestException("The query may have " + names + " only.");
    }
  }

  static Response list(List<ObjectNode> items) {
    var list = JsonNodeFactory.instance.objectNode();
    list.putArray("items").addAll(items);
    return json(list);
  }

  static Response json(JsonNode content) {
    return Response.ok(content.toString()).build();
  }

  private Response completeAction(SecurityContext caller, String id, boolean succeeds) {
    admit(sandbox, caller);
    var payment = new GatewayReference(id);
    return after(
        sandbox.counterparties().completeAction(payment, succeeds),
        () -> found(Book.PAYMENTS, Views::of, payment));
  }

  private Response completeRefund(SecurityContext caller, String id, boolean succeeds) {
    admit(sandbox, caller);
    var refund = new GatewayReference(id);
    return after(
        sandbox.counterparties().completeRefund(refund, succeeds),
        () -> found(Book.REFUNDS, Views::of, refund));
  }

  private static Response after(Act act, Supplier<Response> now) {
    return switch (act) {
      case DONE -> now.get();
      case NOT_NOW -> throw new ClientErrorException(Response.Status.CONFLICT);
      case UNKNOWN -> throw new NotFoundException();
    };
  }

  private <R> Response about(
      Book<R> book, Function<R, ObjectNode> view, SecurityContext caller, UriInfo uri) {
    admit(sandbox, caller);
    allowOnly(uri, Set.of(SUBJECT));
    var subject =
        Optional.ofNullable(uri.getQueryParameters().getFirst(SUBJECT))
            .map(SandboxControlsResource::id);
    var rows =
        sandbox
            .database()
            .run(
                connection ->
                    subject.isPresent()
                        ? book.about(connection, subject.get())
                        : book.newest(connection));
    return list(rows.stream().map(view).toList());
  }

  private <R> Response found(
      Book<R> book, Function<R, ObjectNode> view, GatewayReference reference) {
    var row = sandbox.database().run(connection -> book.find(connection, reference));
    return json(row.map(view).orElseThrow(NotFoundException::new));
  }

  private static Response operations(List<String> keys) {
    return list(
        keys.stream()
            .map(key -> JsonNodeFactory.instance.objectNode().put("operation", key))
            .toList());
  }

  private static OptionalLong amount(UriInfo uri) {
    var text = uri.getQueryParameters().getFirst(AMOUNT);
    try {
      return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException malformed) {
      throw new BadRequestException("The amount is not a number of minor units.", malformed);
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw new BadRequestException("The subject is not an id.", malformed);
    }
  }
}
