package org.mercat.payments.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.payments.shared.WebhookSignature;

/** The sandbox as a whole: a gateway, those who act at it, and the events it sends. */
public final class Sandbox implements AutoCloseable {

  /**
   * Longer than a person needs to stop a server, shorter than the lease of an operation: whoever
   * asks a gateway gives up some time.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Where the sandbox stands, and what it shares with the application.
   *
   * @param api where the application's API is found, without a slash at the end
   * @param controlled whether tests may play the counterparties and delay the events
   * @param webhookSecret what events are signed with; the same for every node, and kept nowhere
   */
  public record Place(URI api, boolean controlled, String webhookSecret) {
    @Override
    public String toString() {
      return "Place[" + api + "]";
    }
  }

  private final SandboxDatabase database;
  private final Place place;
  private final InstantSource clock;
  private final HeldAnswers heldAnswers = new HeldAnswers(PATIENCE);
  private final Bell bell = new Bell();
  private final EventLog events;
  private final WebhookSignature signature;
  private final Counterparties counterparties;
  private final EventDelivery delivery;
  private final PaymentGateway gateway;

  private Sandbox(SandboxDatabase database, Place place, InstantSource clock) {
    this.database = database;
    this.place = place;
    this.clock = clock;
    this.events = new EventLog(clock);
    this.signature = new WebhookSignature(List.of(place.webhookSecret()));
    this.counterparties = new Counterparties(database, events, bell, clock);
    var endpoint = URI.create(place.api() + "/" + SandboxWebhookResource.PATH);
    this.delivery = new EventDelivery(database, signature, endpoint, bell, clock);
    this.gateway =
        new SandboxPaymentGateway(
            database, events, bell, heldAnswers, new OnboardingLinks(place.api()), clock);
  }

  /**
   * Opens the sandbox on books that {@link SandboxSchema} has prepared; it is theirs to close.
   *
   * @param clock the system's: events and signatures do not follow the market's time
   */
  public static Sandbox open(SandboxDatabase database, Place place, InstantSource clock) {
    return new Sandbox(database, place, clock);
  }

  /** Begins to send events. */
  public void start() {
    delivery.start();
  }

  @Override
  public void close() {
    delivery.close();
    database.close();
  }

  public PaymentGateway gateway() {
    return gateway;
  }

  /** What the sandbox has written down of the platform's balance. */
  public GatewayBooks books() {
    return new SandboxBooks(new SandboxCalls(database));
  }

  /** Where payers go on who have to act. */
  public PayerActions payerActions() {
    return new SandboxPayerActions(new SandboxCalls(database), new PayerLinks(place.api()), clock);
  }

  /** What the sandbox has told, or has tried to tell. */
  public GatewayEvents events() {
    return new SandboxEventList(new SandboxCalls(database));
  }

  /** What payers' banks contest there. */
  public GatewayDisputes disputes() {
    return new SandboxDisputes(new SandboxCalls(database), events, bell, clock);
  }

  PayersBank payersBank() {
    return new PayersBank(events, clock);
  }

  /** What the sandbox keeps of payers. */
  public PayerAccounts payerAccounts() {
    return new SandboxPayerAccounts(new SandboxCalls(database), events, bell, clock);
  }

  boolean isControlled() {
    return place.controlled();
  }

  InstantSource clock() {
    return clock;
  }

  SandboxDatabase database() {
    return database;
  }

  WebhookSignature signature() {
    return signature;
  }

  Counterparties counterparties() {
    return counterparties;
  }

  EventDelivery delivery() {
    return delivery;
  }

  HeldAnswers heldAnswers() {
    return heldAnswers;
  }

  Bell bell() {
    return bell;
  }
}
