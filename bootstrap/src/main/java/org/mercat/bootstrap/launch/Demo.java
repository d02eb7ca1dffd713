package org.mercat.bootstrap.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mercat.bootstrap.Settings;
import org.mercat.bootstrap.SettingsRefused;
import org.mercat.bootstrap.launch.DemoCalls.Answer;

/** The main job against a running server, step by step, with people that nobody has met before. */
public final class Demo {
  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final Duration PAYABLE_WITHIN = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int HOURLY_CENTS = 3_750;
  private static final int MINUTES = 120;

  private final DemoCalls calls;
  private final Settings.Login admin;
  private final PrintStream out;
  private final String someNumber = UUID.randomUUID().toString().substring(0, 8);
  private int step;

  private Demo(DemoCalls calls, Settings.Login admin, PrintStream out) {
    this.calls = calls;
    this.admin = admin;
    this.out = out;
  }

  /** Plays it against the server that the environment's settings are for. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      Settings settings = Settings.read(System.getenv());
      play("http://localhost:" + settings.httpPort(), settings.admin(), System.out);
    } catch (SettingsRefused e) {
      System.err.println(e.line());
      System.exit(CannotStart.Reason.SETTINGS_REFUSED.exitCode());
    } catch (DemoStopped e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static void play(String server, Settings.Login admin, PrintStream out)
      throws DemoStopped, InterruptedException {
    try (DemoCalls calls = new DemoCalls(server + "/api/v1")) {
      out.println("The main job of Mercat, played on " + server);
      new Demo(calls, admin, out).play();
    }
  }

  private void play() throws DemoStopped, InterruptedException {
    String administrator = signIn(admin.name(), admin.password());
    String vendor = register("Rita", "vendor");
    tell("Rita registers as a vendor and signs in");
    String provider = openBusiness(vendor, administrator);
    Answer listing = offer(vendor);
    String client = register("Carl", "client");
    tell("Carl registers as a client and signs in");
    JsonNode slot = chooseSlot(client, administrator, listing);
    String booking = book(client, listing, slot);
    finish(vendor, client, booking);
    review(client, provider, booking);
    showMoney(client, administrator, booking);
  }

  private String openBusiness(String vendor, String administrator)
      throws DemoStopped, InterruptedException {
    Answer provider =
        calls.post(
            vendor,
            "/providers/register",
            Map.of(
                "businessName",
                "Rita's Walks " + someNumber,
                "country",
                "CA",
                "subdivision",
                "ON",
                "postalCode",
                "M5V 2T6",
                "timeZone",
                TORONTO.getId(),
                "lat",
                43.6426,
                "lon",
                -79.3871,
                "taxRegistration",
                "123456782RT0001",
                "serviceRadiusMetres",
                15_000));
    tell("She opens %s in Toronto".formatted(provider.text("businessName")));
    calls.press(calls.post(vendor, "/providers/me/stripe-connect", Map.of()).text("url"));
    awaitPayable(vendor);
    tell("The payment provider opens an account for her: she can be paid out");
    Answer verified =
        calls.put(
            administrator,
            "/providers/%s/verify".formatted(provider.text("id")),
            Map.of("verification", "verified"));
    tell("An administrator looks at her papers: " + verified.text("verification"));
    return provider.text("id");
  }

  private void awaitPayable(String vendor) throws DemoStopped, InterruptedException {
    long giveUp = System.nanoTime() + PAYABLE_WITHIN.toNanos();
    while (!calls.get(vendor, "/providers/me").body().path("payable").asBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new DemoStopped(
            "The payment provider has not said within %d s that Rita can be paid out."
                .formatted(PAYABLE_WITHIN.toSeconds()));
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private Answer offer(String vendor) throws DemoStopped, InterruptedException {
    Answer listing =
        calls.post(
            vendor,
            "/listings",
            Map.of(
                "title",
                "Dog walking " + someNumber,
                "description",
                "An hour or more in High Park, with a picture from the way.",
                "category",
                "other",
                "pricingType",
                "hourly",
                "price",
                Map.of("amount", HOURLY_CENTS, "currency", "CAD"),
                "durationMinutes",
                60,
                "slotStepMinutes",
                60,
                "locationType",
                "on_site"));
    tell("She writes a listing: 37.50 CAD an hour, %s".formatted(listing.text("status")));
    List<Map<String, String>> week =
        Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
            .map(day -> Map.of("day", day, "from", "09:00", "to", "17:00"))
            .toList();
    Answer _ = calls.put(vendor, "/providers/me/weekly-hours", Map.of("hours", week));
    tell("She sets her hours: every day from 09:00 to 17:00");
    Answer published =
        calls.post(vendor, "/listings/%s/publish".formatted(listing.text("id")), Map.of());
    tell("She publishes it: %s".formatted(published.text("status")));
    return published;
  }

  private JsonNode chooseSlot(String client, String administrator, Answer listing)
      throws DemoStopped, InterruptedException {
    Answer found = calls.get(client, "/search?q=walking%20" + someNumber);
    tell("He searches for walking: %d found".formatted(found.body().path("items").size()));
    LocalDate tomorrow = today(administrator).plusDays(1);
    Answer slots =
        calls.get(
            "/listings/%s/slots?from=%s&to=%s&durationMinutes=%d"
                .formatted(listing.text("slug"), tomorrow, tomorrow.plusDays(2), MINUTES));
    JsonNode first = slots.body().path("items").path(0);
    if (first.isMissingNode()) {
      throw new DemoStopped("There is no free time on the two days from %s.".formatted(tomorrow));
    }
    tell(
        "He sees %d free times of two hours and takes %s"
            .formatted(slots.body().path("items").size(), first.path("local").asText()));
    return first;
  }

  /** The market's day in Toronto: a server of profile test may live on another one. */
  private LocalDate today(String administrator) throws DemoStopped, InterruptedException {
    Optional<JsonNode> clock = calls.find(administrator, "/test/clock");
    Instant now =
        clock.map(time -> Instant.parse(time.path("now").asText())).orElseGet(Instant::now);
    return LocalDate.ofInstant(now, TORONTO);
  }

  private String book(String client, Answer listing, JsonNode slot)
      throws DemoStopped, InterruptedException {
    Answer booking =
        calls.post(
            client,
            "/bookings",
            Map.of(
                "listing",
                listing.text("id"),
                "start",
                slot.path("start").asText(),
                "durationMinutes",
                MINUTES,
                "paymentMethod",
                "sbx_ok"));
    tell("He books and pays: " + where(booking));
    return booking.text("id");
  }

  private void finish(String vendor, String client, String booking)
      throws DemoStopped, InterruptedException {
    Answer delivered = calls.post(vendor, "/bookings/%s/deliver".formatted(booking), Map.of());
    tell("Rita walks the dog and says so: " + where(delivered));
    Answer confirmed = calls.post(client, "/bookings/%s/confirm".formatted(booking), Map.of());
    tell("Carl confirms it: " + where(confirmed));
  }

  private void review(String client, String provider, String booking)
      throws DemoStopped, InterruptedException {
    Answer review =
        calls.post(
            client,
            "/reviews",
            Map.of("booking", booking, "rating", 5, "comment", "A happy dog came home."));
    Answer reviews = calls.get("/providers/%s/reviews".formatted(provider));
    tell(
        "He leaves %d stars, which everybody can read: %d review"
            .formatted(review.body().path("rating").asInt(), reviews.body().path("items").size()));
  }

  private void showMoney(String client, String administrator, String booking)
      throws DemoStopped, InterruptedException {
    Answer paid = calls.get(client, "/bookings/" + booking);
    Answer ledger = calls.get(client, "/bookings/%s/ledger".formatted(booking));
    Answer audit = calls.get(administrator, "/admin/ledger/verify");
    DemoMoney money = new DemoMoney(paid.body(), ledger.body(), audit.body());
    out.println();
    out.println("The money of booking %s, in CAD".formatted(paid.text("confirmationCode")));
    out.println();
    money.lines().forEach(line -> out.println(line.isEmpty() ? line : "  " + line));
    if (!money.isRight()) {
      throw new DemoStopped("The money is not where it belongs.");
    }
  }

  private String register(String firstName, String role) throws DemoStopped, InterruptedException {
    String email = "%s.%s@example.com".formatted(firstName, someNumber);
    String password = UUID.randomUUID().toString();
    Answer _ =
        calls.post(
            "/auth/register",
            Map.of(
                "email", email,
                "password", password,
                "firstName", firstName,
                "lastName", "Example",
                "role", role));
    return signIn(email, password);
  }

  private String signIn(String email, String password) throws DemoStopped, InterruptedException {
    return calls
        .post("/auth/login", Map.of("email", email, "password", password))
        .text("accessToken");
  }

  private static String where(Answer booking) {
    return "%s, money %s".formatted(booking.text("lifecycle"), booking.text("money"));
  }

  private void tell(String what) {
    step++;
    out.println("%3d  %s".formatted(step, what));
  }
}
