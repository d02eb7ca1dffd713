package org.mercat.payments.sandbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.payments.sandbox.Counterparties.Act;

/** Lets a test play the bank of a payer; not there outside of tests. */
@Path("test/sandbox")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SandboxDisputesResource {

  private static final String SUBJECT = "subject";
  private static final String AMOUNT = "amount";
  private static final String INQUIRY = "inquiry";

  private final Sandbox sandbox;

  @Inject
  public SandboxDisputesResource(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @GET
  @Path("disputes")
  public Response disputes(@Context SecurityContext caller, @Context UriInfo uri) {
    SandboxControlsResource.admit(sandbox, caller);
    SandboxControlsResource.allowOnly(uri, Set.of(SUBJECT));
    var subject =
        Optional.ofNullable(uri.getQueryParameters().getFirst(SUBJECT))
            .map(SandboxDisputesResource::id);
    var rows =
        sandbox
            .database()
            .run(
                connection ->
                    subject.isPresent()
                        ? Book.DISPUTES.about(connection, subject.get())
                        : Book.DISPUTES.newest(connection));
    return SandboxControlsResource.list(rows.stream().map(Views::of).toList());
  }

  @POST
  @Path("payments/{id}/dispute")
  public Response contest(
      @Context SecurityContext caller, @Context UriInfo uri, @PathParam("id") String id) {
    SandboxControlsResource.admit(sandbox, caller);
    SandboxControlsResource.allowOnly(uri, Set.of(AMOUNT, INQUIRY));
    var minor = amount(uri.getQueryParameters().getFirst(AMOUNT));
    var isInquiry = Boolean.parseBoolean(uri.getQueryParameters().getFirst(INQUIRY));
    return after(
        bank -> connection -> bank.contest(connection, new GatewayReference(id), minor, isInquiry));
  }

  @POST
  @Path("payments/{id}/warn")
  public Response warn(@Context SecurityContext caller, @PathParam("id") String id) {
    SandboxControlsResource.admit(sandbox, caller);
    return after(bank -> connection -> bank.warn(connection, new GatewayReference(id)));
  }

  @POST
  @Path("disputes/{id}/win")
  public Response win(@Context SecurityContext caller, @PathParam("id") String id) {
    SandboxControlsResource.admit(sandbox, caller);
    return after(bank -> connection -> bank.end(connection, new GatewayReference(id), true));
  }

  @POST
  @Path("disputes/{id}/lose")
  public Response lose(@Context SecurityContext caller, @PathParam("id") String id) {
    SandboxControlsResource.admit(sandbox, caller);
    return after(bank -> connection -> bank.end(connection, new GatewayReference(id), false));
  }

  private interface Acting {
    SandboxDatabase.Work<Act> of(PayersBank bank);
  }

  private Response after(Acting acting) {
    var act = sandbox.database().run(acting.of(sandbox.payersBank()));
    sandbox.bell().ring();
    return switch (act) {
      case DONE -> Response.noContent().build();
      case NOT_NOW -> throw new ClientErrorException(Response.Status.CONFLICT);
      case UNKNOWN -> throw new NotFoundException();
    };
  }

  private static long amount(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
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
