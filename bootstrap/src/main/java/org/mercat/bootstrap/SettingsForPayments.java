package org.mercat.bootstrap;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.bootstrap.Settings.Profile;

/**
 * Who moves the money.
 *
 * @param stripe there when it is Stripe
 * @param sweepEvery how long the job rests that asks for events which have not arrived
 */
public record SettingsForPayments(Provider provider, Optional<Stripe> stripe, Duration sweepEvery) {

  /** The payment providers there are. */
  public enum Provider {
    SANDBOX,
    STRIPE
  }

  /** By which of its APIs Stripe opens the accounts of providers. */
  public enum Accounts {
    V2,
    V1
  }

  /**
   * The market's own account with Stripe.
   *
   * @param webhookSecrets one at least
   */
  public record Stripe(URI apiBase, String apiKey, List<String> webhookSecrets, Accounts accounts) {
    @Override
    public String toString() {
      return apiBase.toString();
    }
  }

  static SettingsForPayments read(SettingsReader reader, Profile profile) {
    Provider provider =
        reader.oneOfWhenGiven(Setting.PAYMENTS, Provider.values()).orElse(Provider.SANDBOX);
    Duration sweepEvery = Duration.ofMinutes(reader.number(Setting.EVENTS_SWEEP, 1, 1_440));
    return switch (provider) {
      case SANDBOX -> {
        if (profile == Profile.PROD) {
          reader.refuse("MERCAT_PAYMENTS=sandbox moves no money and is refused in profile prod.");
        }
        yield new SettingsForPayments(provider, Optional.empty(), sweepEvery);
      }
      case STRIPE -> new SettingsForPayments(provider, Optional.of(stripe(reader)), sweepEvery);
    };
  }

  private static Stripe stripe(SettingsReader reader) {
    String when = "together with MERCAT_PAYMENTS=stripe";
    List<String> secrets =
        Stream.of(reader.needed(Setting.STRIPE_WEBHOOK_SECRETS, when).split(",", -1))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .toList();
    return new Stripe(
        SettingsForMessages.url(
            reader, Setting.STRIPE_API_BASE, reader.text(Setting.STRIPE_API_BASE)),
        reader.needed(Setting.STRIPE_API_KEY, when).strip(),
        secrets,
        reader.oneOfWhenGiven(Setting.STRIPE_ACCOUNTS, Accounts.values()).orElse(Accounts.V2));
  }
}
