package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.provider.ProviderId;

class SandboxOnboardingResourceTest {

  private static final Sandbox SANDBOX =
      SandboxTestDatabase.prepared()
          .sandbox(InstantSource.fixed(Instant.parse("2026-11-16T12:00:00Z")));

  private final SandboxOnboardingResource resource = new SandboxOnboardingResource(SANDBOX);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void the_page_has_one_button_that_finishes_the_opening() {
    var account = open();
    var secret = secret(account);

    assertThat((String) resource.show(secret).getEntity()).containsOnlyOnce("<button>");
    assertThat(payoutsEnabled(account)).isFalse();

    assertThat(resource.finish(secret).getStatus()).isEqualTo(200);

    assertThat(payoutsEnabled(account)).isTrue();
    assertThat((String) resource.show(secret).getEntity()).doesNotContain("<button>");
  }

  @Test
  void pressing_the_button_again_changes_nothing() {
    var account = open();
    var secret = secret(account);
    assertThat(resource.finish(secret).getStatus()).isEqualTo(200);

    assertThat(resource.finish(secret).getStatus()).isEqualTo(200);

    var events = SANDBOX.database().run(EventRow::newest);
    assertThat(events).filteredOn(event -> event.object().equals(account.value())).hasSize(1);
  }

  @Test
  void nobody_else_finds_the_page() {
    assertThatThrownBy(() -> resource.show("guessed")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> resource.finish("guessed")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_secret_in_the_address_is_not_passed_on() {
    var response = resource.show(secret(open()));

    assertThat(response.getHeaderString("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
  }

  private static GatewayReference open() {
    var key = OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
    return SANDBOX
        .gateway()
        .openPayee(key, new PayeeProfile("Clean", "CA", "ada@example.org"))
        .required()
        .reference();
  }

  private static String secret(GatewayReference account) {
    OnboardingLink link = SANDBOX.gateway().onboardingLink(account).required();
    return link.url().substring(link.url().lastIndexOf('/') + 1);
  }

  private static boolean payoutsEnabled(GatewayReference account) {
    PayeeView payee = SANDBOX.gateway().payee(account).required();
    return payee.payoutsEnabled();
  }
}
