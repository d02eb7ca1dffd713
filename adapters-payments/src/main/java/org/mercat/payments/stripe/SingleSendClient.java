package org.mercat.payments.stripe;

import com.stripe.Stripe;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends every request once. Stripe's own client stands on {@code HttpURLConnection}, which sends a
 * POST again by itself when the connection breaks; {@code java.net.http} does not. The time to
 * answer counts to the last byte of the body.
 */
final class SingleSendClient extends com.stripe.net.HttpClient implements AutoCloseable {

  private static final String REPLAYED = "Idempotent-Replayed";
  private static final int SERVER_FAULT = 500;

  private final HttpClient http;
  private final Patience patience;

  SingleSendClient(Patience patience) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connectWithin())
            .build();
    this.patience = patience;
  }

  /**
   * How long Stripe may take.
   *
   * @param tellWithin for a question
   * @param doWithin for a command
   */
  record Patience(Duration connectWithin, Duration tellWithin, Duration doWithin) {

    /** A question and a command take less than the lease of an operation together. */
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20));

    Duration of(StripeRequest request) {
      return request.method() == RequestMethod.GET ? tellWithin : doWithin;
    }
  }

  /** Whether Stripe has done the work of this request before. */
  static boolean isReplayed(@Nullable HttpHeaders headers) {
    return headers != null && headers.firstValue(REPLAYED).filter("true"::equals).isPresent();
  }

  @Override
  public StripeResponse request(StripeRequest request) throws StripeException {
    var sending = http.sendAsync(plain(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
    var answer = await(sending, patience.of(request));
    var headers = HttpHeaders.of(answer.headers().map());
    if (answer.statusCode() >= SERVER_FAULT && isReplayed(headers)) {
      throw new KeptFault(answer.statusCode());
    }
    return new StripeResponse(answer.statusCode(), headers, answer.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpResponse<String> await(
      CompletableFuture<HttpResponse<String>> sending, Duration answerWithin)
      throws ApiConnectionException {
    try {
      return sending.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      var _ = sending.cancel(true);
      throw new ApiConnectionException("no answer in time", late);
    } catch (ExecutionException failure) {
      var cause = Optional.ofNullable(failure.getCause()).orElse(failure);
      throw new ApiConnectionException(cause.getClass().getSimpleName(), cause);
    } catch (InterruptedException interrupted) {
      var _ = sending.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("interrupted", interrupted);
    }
  }

  private static HttpRequest plain(StripeRequest request) {
    @Nullable HttpContent content = request.content();
    var plain =
        HttpRequest.newBuilder(URI.create(request.url().toString()))
            .method(request.method().name(), body(content))
            .header("User-Agent", "Stripe/v1 JavaBindings/" + Stripe.VERSION);
    for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
      header.getValue().forEach(value -> plain.header(header.getKey(), value));
    }
    if (content != null) {
      plain.setHeader("Content-Type", content.contentType());
    }
    return plain.build();
  }

  private static BodyPublisher body(@Nullable HttpContent content) {
    return content == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(content.byteArrayContent());
  }
}
