package org.mercat.payments.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.payments.stripe.SingleSendClient.Patience;

/** Calls of Stripe, each made once, and what comes of them. */
final class StripeCalls implements AutoCloseable {

  /** Something is wrong with a list that is longer: nobody makes as many objects in a day. */
  private static final int MOST_PAGES = 100;

  /** As many objects as Stripe puts on a page. */
  static final long PAGE = 100;

  private static final System.Logger LOG = System.getLogger(StripeCalls.class.getName());
  private static final Duration SKEW = Duration.ofHours(1);

  static {
    Stripe.enableTelemetry = false;
  }

  private final SingleSendClient http;
  private final StripeClient client;

  StripeCalls(StripePlatform.Place place, Patience patience) {
    this.http = new SingleSendClient(patience);
    this.client =
        StripeClient.builder()
            .setApiKey(place.apiKey())
            .setApiBase(place.apiBase().toString())
            .setConnectBase(place.apiBase().toString())
            .setFilesBase(place.apiBase().toString())
            .setMeterEventsBase(place.apiBase().toString())
            .setMaxNetworkRetries(0)
            .setHttpClient(http)
            .build();
  }

  /** A call that changes nothing. */
  @FunctionalInterface
  interface Read<T> {
    T make(StripeClient client) throws StripeException;
  }

  /** A call that does something, at most once under the key in the options. */
  @FunctionalInterface
  interface Command<T> {
    Made<T> make(StripeClient client, RequestOptions options) throws StripeException;
  }

  /** One page of a list, behind the object of that id. */
  @FunctionalInterface
  interface Pages<T extends HasId> {
    StripeCollection<T> after(Optional<String> id) throws StripeException;
  }

  /** What a command has made, now or when it was sent before. */
  record Made<T>(T value, boolean replayed) {}

  <T> Outcome<T> read(Read<T> call) {
    return tried(() -> new Outcome.Done<>(call.make(client), false));
  }

  /** Reads something that may not be there, or not be of this tenant. */
  <T> Outcome<T> readOwn(Read<Optional<T>> call) {
    return then(
        read(call),
        own ->
            own.<Outcome<T>>map(value -> new Outcome.Done<>(value, false))
                .orElseGet(
                    () -> new Outcome.Rejected<>(FailureCode.NOT_FOUND, "none of this tenant")));
  }

  /**
   * Does the work of a key. When Stripe answers with a fault that it has kept, the work has ended,
   * and what there is of it can be found; when there is nothing, nothing will come. When Stripe
   * says that the key was used for another request, it may have been this one in other words, such
   * as those of an earlier version.
   *
   * @param isIt whether what was found is what is asked for
   */
  <T> Outcome<T> command(
      OperationKey key, Command<T> call, Supplier<Outcome<Optional<T>>> lookUp, Predicate<T> isIt) {
    return command(Marks.idempotencyKey(key), call, lookUp, isIt);
  }

  /** The same under a key in the form that leaves this package. */
  <T> Outcome<T> command(
      String key, Command<T> call, Supplier<Outcome<Optional<T>>> lookUp, Predicate<T> isIt) {
    var options = RequestOptions.builder().setIdempotencyKey(key).build();
    return tried(
        () -> {
          try {
            var made = call.make(client, options);
            return new Outcome.Done<>(made.value(), made.replayed());
          } catch (KeptFault _) {
            return then(lookUp.get(), StripeCalls::foundAfterFault);
          } catch (IdempotencyException reused) {
            return then(lookUp.get(), found -> foundInOtherWords(found.filter(isIt), reused));
          }
        });
  }

  /** Does something that may be done again and again, such as a link that is used once. */
  <T> Outcome<T> commandAnew(Command<T> call) {
    var key = "anew:" + UUID.randomUUID();
    var options = RequestOptions.builder().setIdempotencyKey(key).build();
    return tried(() -> new Outcome.Done<>(call.make(client, options).value(), false));
  }

  /** The first object of a list that fits, page by page. */
  static <T extends HasId> Optional<T> first(Pages<T> pages, Predicate<T> fits)
      throws StripeException {
    var last = Optional.<String>empty();
    for (var count = 0; count < MOST_PAGES; count++) {
      var page = pages.after(last);
      var found = page.getData().stream().filter(fits).findFirst();
      if (found.isPresent()
          || !Boolean.TRUE.equals(page.getHasMore())
          || page.getData().isEmpty()) {
        return found;
      }
      last = Optional.of(page.getData().getLast().getId());
    }
    throw new IllegalStateException("there is more than can be looked through");
  }

  /** The seconds from which on something can have been made for the subject of the key. */
  static long since(OperationKey key) {
    var id = key.subject().id();
    return id.version() == 7
        ? Math.max(
            0,
            Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).minus(SKEW).getEpochSecond())
        : 0;
  }

  static <A, B> Outcome<B> then(Outcome<A> first, Next<A, B> next) {
    return switch (first) {
      case Outcome.Done<A>(var value, _) -> next.with(value);
      case Outcome.Declined<A>(var why) -> new Outcome.Declined<>(why);
      case Outcome.Rejected<A>(var why, var detail) -> new Outcome.Rejected<>(why, detail);
      case Outcome.Busy<A>(var retryAfter) -> new Outcome.Busy<>(retryAfter);
      case Outcome.Unknown<A>(var cause) -> new Outcome.Unknown<>(cause);
    };
  }

  /** What is done with a value that was got. */
  @FunctionalInterface
  interface Next<A, B> {
    Outcome<B> with(A value);
  }

  @Override
  public void close() {
    http.close();
  }

  private static <T> Outcome<T> foundAfterFault(Optional<T> found) {
    return found
        .<Outcome<T>>map(value -> new Outcome.Done<>(value, true))
        .orElseGet(
            () ->
                new Outcome.Rejected<>(
                    FailureCode.NEVER_ARRIVED, "Stripe has failed and made nothing"));
  }

  private static <T> Outcome<T> foundInOtherWords(Optional<T> found, IdempotencyException reused) {
    return found
        .<Outcome<T>>map(value -> new Outcome.Done<>(value, true))
        .orElseGet(() -> Failures.outcome(reused));
  }

  @FunctionalInterface
  private interface Work<T> {
    Outcome<T> run() throws StripeException;
  }

  /** An answer that cannot be read is none. */
  private static <T> Outcome<T> tried(Work<T> work) {
    try {
      return work.run();
    } catch (StripeException failure) {
      var outcome = Failures.<T>outcome(failure);
      if (outcome instanceof Outcome.Unknown<T>(var cause)) {
        LOG.log(Level.WARNING, "Stripe does not answer the question: {0}", cause);
      }
      return outcome;
    } catch (RuntimeException unreadable) {
      LOG.log(Level.WARNING, "what Stripe answers cannot be read", unreadable);
      return new Outcome.Unknown<>("unreadable: " + unreadable.getClass().getSimpleName());
    }
  }
}
