package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A market that wants to know that an e-mail address is the person's, by the mails it sends. */
class VerificationIT {

  private static ServerProcess server;
  private static Market market;
  private static Market.Provider provider;

  private final String email = "ada-" + UUID.randomUUID() + "@example.org";

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.launch("verification", Map.of("MERCAT_TRUSTED_PROXIES", "127.0.0.1,::1"));
    server.awaitReady();
    market = new Market(server.url()).another();
    provider = market.provider(Place.TORONTO, Market.hourly(3_000));
    market.set("verificationRequired", true);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_client_signs_in_searches_and_holds_but_pays_only_once_the_address_is_verified() {
    var ada = market.person("client", email);
    assertThat(status(ada)).isEqualTo("pending_verification");
    assertThat(ada.get("/search").expect(200).json().path("items")).isNotEmpty();
    var hold = Map.of("listing", provider.listing(), "start", market.slot(provider, 3));
    var pay = "/bookings/" + ada.post("/bookings", hold).expect(201).id() + "/pay";
    var card = Map.of("paymentMethod", "sbx_ok");
    var atOnce =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 4),
            "paymentMethod",
            "sbx_ok");
    ada.post(pay, card).expectProblem(409, "VERIFICATION_REQUIRED");
    ada.post("/bookings", atOnce).expectProblem(409, "VERIFICATION_REQUIRED");

    verify();

    assertThat(status(ada)).isEqualTo("active");
    var paid = ada.post(pay, card).expect(200).json();
    assertThat(paid.path("money").asText()).isEqualTo("HELD");
    ada.post("/bookings", atOnce).expect(201);
    market.assertTheBooksAreRight();
  }

  @Test
  void a_provider_publishes_only_once_the_address_is_verified() {
    var ada = market.person("vendor", email);
    market.verify(market.profile(ada, Place.MONTREAL));
    var publish =
        "/listings/" + ada.post("/listings", Market.hourly(4_000)).expect(201).id() + "/publish";
    ada.post(publish).expectProblem(409, "VERIFICATION_REQUIRED");

    verify();

    var published = ada.post(publish).expect(200).json();
    assertThat(published.path("status").asText()).isEqualTo("active");
  }

  @Test
  void nobody_learns_whose_address_it_is_by_registering_it_again() {
    var _ = market.person("client", email);
    var again =
        Map.of(
            "email", email,
            "password", "another horse in the stable",
            "firstName", "Eve",
            "lastName", "Dropper",
            "role", "client");

    market.anybody().post("/auth/register", again).expect(201);

    assertThat(new Mails(market).secret(email, "AlreadyRegistered")).isEmpty();
    var _ = market.anybody().signedIn(email, Market.PASSWORD);
  }

  private void verify() {
    var token = new Mails(market).secret(email, "VerifyEmail");
    market.anybody().post("/auth/verify-email", Map.of("token", token)).expect(204);
  }

  private static String status(Api api) {
    return api.get("/auth/me").expect(200).json().path("status").asText();
  }
}
