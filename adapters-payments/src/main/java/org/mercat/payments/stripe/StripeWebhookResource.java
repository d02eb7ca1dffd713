package org.mercat.payments.stripe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.ReceiveGatewayEvent.Command;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.shared.EventBody;
import org.mercat.payments.stripe.EventCounts.End;

/** Takes Stripe's events: verifies the sender, keeps the message, and does nothing else. */
@Path(StripeWebhookResource.PATH)
@Singleton
public class StripeWebhookResource {

  static final String PATH = "webhooks/stripe";
  static final String HEADER = "Stripe-Signature";

  private final StripePlatform platform;
  private final ReceiveGatewayEvent receiveGatewayEvent;
  private final EventCounts counts;
  private final SystemEvents systemEvents;

  @Inject
  public StripeWebhookResource(
      StripePlatform platform, ReceiveGatewayEvent receiveGatewayEvent, SystemEvents systemEvents) {
    this.platform = platform;
    this.receiveGatewayEvent = receiveGatewayEvent;
    this.counts = platform.counts();
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
    var signer = signer(signature, body);
    if (signer.isEmpty()) {
      throw refused(End.UNSIGNED, HEADER + " is missing, wrong, or too far from now.");
    }
    counts.countSigned(signer.getAsInt());
    var event =
        StripeEvent.read(body)
            .orElseThrow(() -> refused(End.UNREADABLE, "This is not an event of Stripe."));
    if (event.live() != platform.isLive()) {
      throw refused(End.WRONG_MODE, "This event is about the other mode of Stripe.");
    }
    var command = new Command(event.message());
    return switch (event.kind()) {
      case IGNORED -> keep(TenantId.DEFAULT, command);
      case PAYMENT_CHANGED,
          REFUND_CHANGED,
          PAYEE_CHANGED,
          TRANSFER_CHANGED,
          PAYOUT_CHANGED,
          DISPUTE_CHANGED,
          FRAUD_WARNED,
          METHOD_CHANGED ->
          tenant(event)
              .map(tenant -> keep(tenant, command))
              .orElseGet(() -> keep(TenantId.DEFAULT, new Command(event.ignored().message())));
    };
  }

  private OptionalInt signer(@Nullable String signature, byte[] body) {
    return signature == null
        ? OptionalInt.empty()
        : platform.signature().signer(signature, body, platform.clock().instant());
  }

  private Response keep(TenantId tenant, Command command) {
    var kept = Acting.now().in(tenant).call(() -> receiveGatewayEvent.handle(command));
    return switch (kept) {
      case KEPT -> {
        counts.count(End.KEPT);
        yield Response.ok("{\"received\":true,\"duplicate\":false}").build();
      }
      case DUPLICATE -> {
        counts.count(End.DUPLICATE);
        yield Response.ok("{\"received\":true,\"duplicate\":true}").build();
      }
    };
  }

  /** Whose it is; empty when it is about something that somebody else has made. */
  private Optional<TenantId> tenant(StripeEvent event) {
    return event.tenant().or(() -> asked(event));
  }

  private Optional<TenantId> asked(StripeEvent event) {
    var object = event.object().orElseThrow();
    return switch (event.kind()) {
      case PAYEE_CHANGED -> owner(platform.owners().of(object));
      case DISPUTE_CHANGED -> owner(platform.ofDisputes().ownerOfDispute(object));
      case FRAUD_WARNED -> owner(platform.ofDisputes().ownerOfWarning(object));
      case PAYMENT_CHANGED,
          REFUND_CHANGED,
          TRANSFER_CHANGED,
          PAYOUT_CHANGED,
          METHOD_CHANGED,
          IGNORED ->
          Optional.empty();
    };
  }

  private Optional<TenantId> owner(Outcome<Optional<TenantId>> said) {
    return switch (said) {
      case Outcome.Done<Optional<TenantId>>(var owner, _) -> owner;
      case Outcome.Rejected<Optional<TenantId>> _, Outcome.Declined<Optional<TenantId>> _ ->
          Optional.empty();
      case Outcome.Busy<Optional<TenantId>> _, Outcome.Unknown<Optional<TenantId>> _ -> {
        counts.count(End.PUT_OFF);
        throw new ServiceUnavailableException();
      }
    };
  }

  private BadRequestException refused(End end, String detail) {
    counts.count(end);
    var context = Map.of("gateway", "stripe", "end", end.name().toLowerCase(Locale.ROOT));
    systemEvents.report(
        new Event(Level.WARNING, "webhook", "An event of the gateway was refused.", context));
    return new BadRequestException(detail);
  }
}
