package org.mercat.bootstrap;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.payments.sandbox.Sandbox;
import org.mercat.payments.stripe.StripePlatform;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.metric.MetricSource;
import org.mercat.rest.metric.MetricText;
import org.mercat.rest.metric.MetricText.Kind;

/** The gateway that moves the money, and none beside it. */
final class GatewayWiring {

  private static final String EVENTS = "mercat_stripe_events_total";
  private static final String SIGNED = "mercat_stripe_events_signed_total";

  @Produces
  @Singleton
  PaymentGateway gateway(
      Settings settings, Instance<Sandbox> sandbox, Instance<StripePlatform> stripe) {
    return switch (settings.payments().provider()) {
      case SANDBOX -> sandbox.get().gateway();
      case STRIPE -> stripe.get().gateway();
    };
  }

  @Produces
  @Singleton
  GatewayBooks books(
      Settings settings, Instance<Sandbox> sandbox, Instance<StripePlatform> stripe) {
    return switch (settings.payments().provider()) {
      case SANDBOX -> sandbox.get().books();
      case STRIPE -> stripe.get().books();
    };
  }

  @Produces
  @Singleton
  PayerActions payerActions(
      Settings settings, Instance<Sandbox> sandbox, Instance<StripePlatform> stripe) {
    return switch (settings.payments().provider()) {
      case SANDBOX -> sandbox.get().payerActions();
      case STRIPE -> stripe.get().payerActions();
    };
  }

  @Produces
  @Singleton
  GatewayEvents events(
      Settings settings, Instance<Sandbox> sandbox, Instance<StripePlatform> stripe) {
    return switch (settings.payments().provider()) {
      case SANDBOX -> sandbox.get().events();
      case STRIPE -> stripe.get().events();
    };
  }

  @Produces
  @Singleton
  GatewayDisputes disputes(
      Settings settings, Instance<Sandbox> sandbox, Instance<StripePlatform> stripe) {
    return switch (settings.payments().provider()) {
      case SANDBOX -> sandbox.get().disputes();
      case STRIPE -> stripe.get().disputes();
    };
  }

  @Produces
  @Singleton
  PayerAccounts payerAccounts(
      Settings settings, Instance<Sandbox> sandbox, Instance<StripePlatform> stripe) {
    return switch (settings.payments().provider()) {
      case SANDBOX -> sandbox.get().payerAccounts();
      case STRIPE -> stripe.get().payerAccounts();
    };
  }

  @Produces
  @Singleton
  StripePlatform stripe(Settings settings, SystemClock system) {
    SettingsForPayments.Stripe asked =
        settings
            .payments()
            .stripe()
            .orElseThrow(() -> new IllegalStateException("Stripe does not move the money here."));
    AccountsApi accounts =
        switch (asked.accounts()) {
          case V1 -> AccountsApi.V1;
          case V2 -> AccountsApi.V2;
        };
    return StripePlatform.open(
        new StripePlatform.Place(
            asked.apiBase(),
            asked.apiKey(),
            asked.webhookSecrets(),
            accounts,
            settings.messages().publicUrl()),
        system);
  }

  void close(@Disposes StripePlatform stripe) {
    stripe.close();
  }

  @Produces
  @Singleton
  MetricSource eventFigures(Settings settings, Instance<StripePlatform> stripe) {
    return text -> {
      if (settings.payments().provider() == SettingsForPayments.Provider.STRIPE) {
        write(text, stripe.get());
      }
    };
  }

  private static void write(MetricText text, StripePlatform stripe) {
    text.family(EVENTS, Kind.COUNTER, "Events of Stripe by what has become of them.");
    stripe.counts().byEnd().forEach((end, count) -> text.sample(EVENTS, Map.of("end", end), count));
    text.family(SIGNED, Kind.COUNTER, "Events of Stripe by the secret that has signed them.");
    stripe
        .counts()
        .bySecret()
        .forEach((place, count) -> text.sample(SIGNED, Map.of("secret", place), count));
  }
}
