package org.mercat.notifications.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mercat.application.notification.port.Notifier;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;
import org.mercat.notifications.wording.Wording;

/** Hands text messages to Twilio by its resource Messages, version 2010-04-01. */
public final class TwilioNotifier implements Notifier {

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  /** Refusals that are about our account or our haste and not about the message. */
  private static final Set<Integer> NOT_ABOUT_THE_MESSAGE = Set.of(401, 403, 404, 408, 429);

  private final TwilioAccount account;
  private final Wording wording;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public TwilioNotifier(TwilioAccount account, Wording wording) {
    this.account = account;
    this.wording = wording;
  }

  @Override
  public Delivery send(MessageId id, Envelope envelope) {
    var request =
        HttpRequest.newBuilder(messages())
            .timeout(ANSWERING)
            .header("Authorization", "Basic " + credentials())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form(envelope)))
            .build();
    try {
      return delivery(http.send(request, BodyHandlers.ofString(UTF_8)));
    } catch (IOException failure) {
      return new Delivery.Unreachable(failure.getClass().getSimpleName());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Delivery.Unreachable("interrupted");
    }
  }

  private URI messages() {
    return URI.create(
        account.apiBase() + "/2010-04-01/Accounts/" + encoded(account.sid()) + "/Messages.json");
  }

  private String credentials() {
    return Base64.getEncoder()
        .encodeToString((account.sid() + ":" + account.token()).getBytes(UTF_8));
  }

  private String form(Envelope envelope) {
    var sender = account.from().startsWith("MG") ? "MessagingServiceSid" : "From";
    var fields =
        Map.of(
            "To",
            envelope.recipient().address().value(),
            sender,
            account.from(),
            "Body",
            wording.text(envelope));
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Delivery delivery(HttpResponse<String> response) {
    var status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Delivery.Accepted();
    }
    var why = "HTTP " + status + code(response.body());
    return status >= 400 && status < 500 && !NOT_ABOUT_THE_MESSAGE.contains(status)
        ? new Delivery.Refused(why)
        : new Delivery.Unreachable(why);
  }

  /** Twilio's own number of the error; its text may hold the telephone number. */
  private static String code(String body) {
    try {
      var code = JSON.readTree(body).path("code");
      return code.isIntegralNumber() ? " code " + code.asLong() : "";
    } catch (JsonProcessingException unreadable) {
      return " without a body that can be read";
    }
  }
}
