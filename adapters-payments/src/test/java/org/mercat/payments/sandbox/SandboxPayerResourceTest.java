package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

class SandboxPayerResourceTest {

  private static final Sandbox SANDBOX =
      SandboxTestDatabase.prepared()
          .sandbox(InstantSource.fixed(Instant.parse("2026-11-16T12:00:00Z")));

  private final SandboxPayerResource resource = new SandboxPayerResource(SANDBOX);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void the_page_asks_once_and_the_first_answer_holds() {
    var payment = waiting();
    var secret = secret(payment);
    assertThat((String) resource.show(secret).getEntity()).contains("<button>");

    assertThat(resource.act(secret, "refuse").getStatus()).isEqualTo(200);

    assertThat((String) resource.show(secret).getEntity()).doesNotContain("<button>");
    assertThat(resource.act(secret, "agree").getStatus()).isEqualTo(200);
    PaymentView ended = SANDBOX.gateway().payment(payment).required();
    assertThat(ended.status()).isEqualTo(Status.FAILED);
  }

  @Test
  void nothing_else_than_yes_or_no_is_an_answer() {
    var secret = secret(waiting());

    assertThatThrownBy(() -> resource.act(secret, "perhaps"))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> resource.act(secret, null)).isInstanceOf(BadRequestException.class);
  }

  @Test
  void nobody_else_finds_the_page() {
    assertThatThrownBy(() -> resource.show("guessed")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> resource.act("guessed", "agree"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_secret_in_the_address_is_not_passed_on() {
    var response = resource.show(secret(waiting()));

    assertThat(response.getHeaderString("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
  }

  private static GatewayReference waiting() {
    var key = OperationKey.capture(new BookingId(UUID.randomUUID()));
    var method = new PaymentMethod(TestMethod.SBX_REQUIRES_ACTION.token());
    return SANDBOX.gateway().capture(key, Money.of(8_000, "CAD"), method).required().reference();
  }

  private static String secret(GatewayReference payment) {
    var page = SANDBOX.payerActions().of(payment).required().orElseThrow();
    return page.url().substring(page.url().lastIndexOf('/') + 1);
  }
}
