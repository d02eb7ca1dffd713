package org.mercat.payments.stripe;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.payments.shared.WebhookSignature;
import org.mercat.payments.stripe.SingleSendClient.Patience;

/** The market's own account with Stripe as a whole: a gateway, and the events it sends. */
public final class StripePlatform implements AutoCloseable {

  /** By which of its two APIs Stripe opens the accounts of payees. */
  public enum AccountsApi {
    V1,
    V2
  }

  /**
   * Where Stripe is, and who we are there.
   *
   * @param apiBase without a slash at the end
   * @param webhookSecrets those that sign events now, the newest first
   * @param market where people reach the market: Stripe sends payers and payees back there
   */
  public record Place(
      URI apiBase, String apiKey, List<String> webhookSecrets, AccountsApi accounts, URI market) {

    public Place {
      webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** Whether money really moves. */
    boolean isLive() {
      return apiKey.contains("_live_");
    }

    @Override
    public String toString() {
      return apiBase + (isLive() ? " (live)" : " (test)");
    }
  }

  private final Place place;
  private final InstantSource clock;
  private final WebhookSignature signature;
  private final StripeCalls calls;
  private final PayeeAccounts accounts;
  private final EventCounts counts;

  private StripePlatform(Place place, Patience patience, InstantSource clock) {
    this.place = place;
    this.clock = clock;
    this.signature = new WebhookSignature(place.webhookSecrets());
    this.calls = new StripeCalls(place, patience);
    this.accounts =
        switch (place.accounts()) {
          case V1 -> new AccountsOfV1(place.market());
          case V2 -> new AccountsOfV2(place.market());
        };
    this.counts = new EventCounts(place.webhookSecrets().size());
  }

  /**
   * Calls nobody yet.
   *
   * @param clock the system's: signatures do not follow the market's time
   */
  public static StripePlatform open(Place place, InstantSource clock) {
    return open(place, Patience.USUAL, clock);
  }

  static StripePlatform open(Place place, Patience patience, InstantSource clock) {
    return new StripePlatform(place, patience, clock);
  }

  public PaymentGateway gateway() {
    return new StripePaymentGateway(place, calls, accounts);
  }

  /** What Stripe has written down of the market's balance. */
  public GatewayBooks books() {
    return new StripeBooks(calls);
  }

  /** Where payers go on who have to act. */
  public PayerActions payerActions() {
    return new StripePayerActions(calls);
  }

  /** What Stripe has told, or has tried to tell. */
  public GatewayEvents events() {
    return new StripeEventList(calls, isLive());
  }

  /** What payers' banks contest of the market's payments. */
  public GatewayDisputes disputes() {
    return ofDisputes();
  }

  StripeDisputes ofDisputes() {
    return new StripeDisputes(calls);
  }

  /** What Stripe keeps of payers. */
  public PayerAccounts payerAccounts() {
    return new StripePayerAccounts(calls, place.market());
  }

  /** What has become of events since the start. */
  public EventCounts counts() {
    return counts;
  }

  @Override
  public void close() {
    calls.close();
  }

  boolean isLive() {
    return place.isLive();
  }

  InstantSource clock() {
    return clock;
  }

  WebhookSignature signature() {
    return signature;
  }

  AccountOwners owners() {
    return new AccountOwners(calls, accounts);
  }
}
