package org.mercat.payments.stripe;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.mercat.payments.stripe.SingleSendClient.Patience;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.StripePlatform.Place;
import org.mercat.payments.stripe.fake.FakeStripe;

/** The adapter in front of a Stripe in this process. */
final class StripeOnTrial {

  static final URI MARKET = URI.create("https://market.example.org");

  private StripeOnTrial() {}

  static Place place(FakeStripe stripe, AccountsApi accounts) {
    return new Place(
        stripe.url(), FakeStripe.API_KEY, List.of("whsec_new", "whsec_old"), accounts, MARKET);
  }

  static StripePlatform at(FakeStripe stripe, AccountsApi accounts) {
    return StripePlatform.open(place(stripe, accounts), Patience.USUAL, InstantSource.system());
  }

  /** The same market after it has moved to another address. */
  static StripePlatform moved(FakeStripe stripe) {
    var before = place(stripe, AccountsApi.V2);
    var now =
        new Place(
            before.apiBase(),
            before.apiKey(),
            before.webhookSecrets(),
            before.accounts(),
            URI.create("https://new.example.org"));
    return StripePlatform.open(now, Patience.USUAL, InstantSource.system());
  }

  /** Gives up soon. */
  static StripePlatform impatient(FakeStripe stripe) {
    var patience =
        new Patience(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(200));
    return StripePlatform.open(place(stripe, AccountsApi.V2), patience, InstantSource.system());
  }
}
