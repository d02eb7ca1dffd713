package org.mercat.payments.sandbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.ReceiveGatewayEvent.Command;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.payments.shared.EventBody;

/** Takes the sandbox's events: verifies the sender, keeps the message, and does nothing else. */
@Path(SandboxWebhookResource.PATH)
@Singleton
public class SandboxWebhookResource {

  static final String PATH = "webhooks/sandbox";

  static final String HEADER = "Sandbox-Signature";

  private static final Event NOT_SIGNED =
      new Event(
          Level.WARNING,
          "webhook",
          "An event was not signed by the gateway.",
          Map.of("gateway", "sandbox"));

  private final Sandbox sandbox;
  private final ReceiveGatewayEvent receiveGatewayEvent;
  private final SystemEvents systemEvents;

  @Inject
  public SandboxWebhookResource(
      Sandbox sandbox, ReceiveGatewayEvent receiveGatewayEvent, SystemEvents systemEvents) {
    this.sandbox = sandbox;
    this.receiveGatewayEvent = receiveGatewayEvent;
    this.systemEvents = systemEvents;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public Response receive(@HeaderParam(HEADER) @Nullable String signature, byte[] body) {
    if (body.length > EventBody.MOST_BYTES) {
      throw new ClientErrorException(
          "An event has at most " + EventBody.MOST_BYTES + " bytes.",
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    if (signature == null
        || !sandbox.signature().fits(signature, body, sandbox.clock().instant())) {
      systemEvents.report(NOT_SIGNED);
      throw new BadRequestException(HEADER + " is missing, wrong, or too far from now.");
    }
    var told =
        WebhookMessage.read(body)
            .orElseThrow(() -> new BadRequestException("This is not an event of the sandbox."));
    var command = new Command(told.message());
    var acting = Acting.now().in(told.tenant());
    return switch (acting.call(() -> receiveGatewayEvent.handle(command))) {
      case KEPT -> Response.ok("{\"received\":true,\"duplicate\":false}").build();
      case DUPLICATE -> Response.ok("{\"received\":true,\"duplicate\":true}").build();
    };
  }
}
