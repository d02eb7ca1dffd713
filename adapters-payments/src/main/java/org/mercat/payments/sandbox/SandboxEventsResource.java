package org.mercat.payments.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Set;
import java.util.function.Function;
import org.mercat.payments.sandbox.EventRow.State;

/** Lets a test disturb the sandbox's events on their way; not there outside of tests. */
@Path("test/sandbox")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SandboxEventsResource {

  private final Sandbox sandbox;

  @Inject
  public SandboxEventsResource(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @GET
  @Path("events")
  public Response events(@Context SecurityContext caller) {
    SandboxControlsResource.admit(sandbox, caller);
    var newest = sandbox.database().run(EventRow::newest);
    return SandboxControlsResource.list(newest.stream().map(Views::of).toList());
  }

  /** Sends an event now, also one that has arrived before. */
  @POST
  @Path("events/{id}/deliver")
  public Response deliver(@Context SecurityContext caller, @PathParam("id") String id) {
    return send(List.of(event(caller, id)));
  }

  /** Sends an event twice. */
  @POST
  @Path("events/{id}/duplicate")
  public Response duplicate(@Context SecurityContext caller, @PathParam("id") String id) {
    var event = event(caller, id);
    return send(List.of(event, event));
  }

  /** An event that has not arrived never will. */
  @POST
  @Path("events/{id}/drop")
  public Response drop(@Context SecurityContext caller, @PathParam("id") String id) {
    var event = event(caller, id);
    if (!sandbox.database().run(connection -> event.end(connection, State.DROPPED))) {
      throw new ClientErrorException(Response.Status.CONFLICT);
    }
    return SandboxControlsResource.json(Views.of(event(caller, id)));
  }

  /** Sends all that wait in the order in which they happened. */
  @POST
  @Path("events/deliver")
  public Response deliverAll(@Context SecurityContext caller) {
    SandboxControlsResource.admit(sandbox, caller);
    return send(sandbox.database().run(EventRow::pending));
  }

  /** Sends all that wait, the last one first. */
  @POST
  @Path("events/reorder")
  public Response reorder(@Context SecurityContext caller) {
    SandboxControlsResource.admit(sandbox, caller);
    return send(sandbox.database().run(EventRow::pending).reversed());
  }

  @GET
  @Path("delivery")
  public Response delivery(@Context SecurityContext caller) {
    SandboxControlsResource.admit(sandbox, caller);
    return SandboxControlsResource.json(Views.of(sandbox.database().run(DeliveryRules::read)));
  }

  /** Replaces the rules by which events travel; what is not said is as usual. */
  @PUT
  @Path("delivery")
  public Response deliverBy(@Context SecurityContext caller, @Context UriInfo uri) {
    SandboxControlsResource.admit(sandbox, caller);
    var rules = rules(uri);
    var stored = sandbox.database().run(rules::stored);
    sandbox.bell().ring();
    return SandboxControlsResource.json(Views.of(stored));
  }

  private EventRow event(SecurityContext caller, String id) {
    SandboxControlsResource.admit(sandbox, caller);
    return sandbox
        .database()
        .run(connection -> EventRow.find(connection, id))
        .orElseThrow(NotFoundException::new);
  }

  private Response send(List<EventRow> events) {
    return SandboxControlsResource.list(events.stream().map(this::send).toList());
  }

  /** What was sent, and what the application has answered; no answer is nothing. */
  private ObjectNode send(EventRow event) {
    var answer = sandbox.delivery().send(event);
    var sent = sandbox.database().run(connection -> EventRow.find(connection, event.id()));
    var view = Views.of(sent.orElse(event));
    answer.ifPresent(status -> view.put("answered", status));
    return view;
  }

  private static DeliveryRules rules(UriInfo uri) {
    SandboxControlsResource.allowOnly(
        uri,
        Set.of(
            "held", "delayMillis", "shuffleMillis", "duplicatePermille", "dropPermille", "seed"));
    var usual = DeliveryRules.USUAL;
    try {
      return new DeliveryRules(
          value(uri, "held", SandboxEventsResource::flag).orElse(usual.held()),
          value(uri, "delayMillis", Integer::valueOf).orElse(usual.delayMillis()),
          value(uri, "shuffleMillis", Integer::valueOf).orElse(usual.shuffleMillis()),
          value(uri, "duplicatePermille", Integer::valueOf).orElse(usual.duplicatePermille()),
          value(uri, "dropPermille", Integer::valueOf).orElse(usual.dropPermille()),
          value(uri, "seed", Long::valueOf).orElse(usual.seed()));
    } catch (IllegalArgumentException malformed) {
      throw new BadRequestException("A parameter cannot be read.", malformed);
    }
  }

  private static <T> Optional<T> value(UriInfo uri, String name, Function<String, T> reader) {
    return Optional.ofNullable(uri.getQueryParameters().getFirst(name)).map(reader);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
