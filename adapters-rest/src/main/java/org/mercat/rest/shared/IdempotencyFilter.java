package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mercat.application.shared.CallerKey;
import org.mercat.application.shared.KeptAnswers;
import org.mercat.application.shared.KeptAnswers.Found;
import org.mercat.application.shared.KeyedCall;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Does what is asked under an Idempotency-Key at most once, and answers the same every time. The
 * last filter of the chain: it may run what is behind it more than once. Waiting holds no
 * connection to the database.
 */
public final class IdempotencyFilter extends HttpFilter {

  static final String REPLAYED = "Idempotent-Replayed";

  private static final long serialVersionUID = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int PAYMENT_DECLINED = 402;
  private static final int FAILED = 500;

  private final transient KeptAnswers answers;
  private final transient Predicate<Subject> inWork;
  private final transient UnaryOperator<String> digest;
  private final transient InstantSource system;
  private final Duration patience;
  private final transient CallsInWork calls = new CallsInWork();

  /**
   * Keeps answers where they are told to be kept.
   *
   * @param inWork whether the outcome of something done to a subject is still awaited
   * @param digest makes of what was sent a text that nobody without a secret can try guesses on
   */
  public IdempotencyFilter(
      KeptAnswers answers,
      Predicate<Subject> inWork,
      UnaryOperator<String> digest,
      InstantSource system) {
    this(answers, inWork, digest, system, PATIENCE);
  }

  IdempotencyFilter(
      KeptAnswers answers,
      Predicate<Subject> inWork,
      UnaryOperator<String> digest,
      InstantSource system,
      Duration patience) {
    this.answers = answers;
    this.inWork = inWork;
    this.digest = digest;
    this.system = system;
    this.patience = patience;
  }

  /** One request under one key. */
  private record Keyed(
      Address address,
      CallerKey key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var address = Address.of(request);
    var rule = KeyRules.of(address);
    var header = request.getHeader(IdempotencyKey.HEADER);
    if (rule == KeyRules.IGNORED || (header == null && rule == KeyRules.TAKEN)) {
      chain.doFilter(request, response);
    } else if (header == null) {
      Problems.write(
          response,
          ProblemCode.IDEMPOTENCY_KEY_MISSING,
          "Send the header Idempotency-Key: what moves money or time is done once per key.");
    } else {
      answer(address, IdempotencyKey.parse(header), request, response, chain);
    }
  }

  private void answer(
      Address address,
      Optional<IdempotencyKey> key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException {
    if (key.isEmpty() || !(request.getUserPrincipal() instanceof CallerPrincipal signedIn)) {
      Problems.write(
          response,
          ProblemCode.UNREADABLE_REQUEST,
          "An Idempotency-Key is 1 to " + IdempotencyKey.LONGEST + " visible characters.");
      return;
    }
    var callerKey =
        new CallerKey(
            signedIn.caller().user(),
            address.route(),
            key.get().value(),
            digest.apply(ReadBody.of(request).fingerprint(address)));
    settle(new Keyed(address, callerKey, request, response, chain));
  }

  /** Looks, does or waits until there is an answer. */
  private void settle(Keyed keyed) throws IOException {
    var until = system.instant().plus(patience);
    while (!isAnswered(keyed)) {
      if (!system.instant().isBefore(until)) {
        Problems.write(
            keyed.response(),
            ProblemCode.IDEMPOTENCY_IN_FLIGHT,
            "The first call under this key has no answer yet: ask again in a moment.");
        return;
      }
      calls.await(keyed.key(), BETWEEN_LOOKS);
    }
  }

  private boolean isAnswered(Keyed keyed) throws IOException {
    return switch (answers.find(keyed.key())) {
      case Found.Answered(var answer) -> {
        replay(keyed, KeptAnswer.read(answer));
        yield true;
      }
      case Found.Reused _ -> {
        Problems.write(
            keyed.response(),
            ProblemCode.IDEMPOTENCY_KEY_REUSED,
            "You have sent another body, or to another address, under this key.");
        yield true;
      }
      case Found.Unknown _ -> inTurn(keyed, () -> perform(keyed));
      case Found.Open open ->
          open.made().filter(inWork).isEmpty() && inTurn(keyed, () -> recover(keyed, open));
    };
  }

  /** Something that answers, or finds that it may not. */
  @FunctionalInterface
  private interface Attempt {
    boolean isAnswered() throws IOException;
  }

  private boolean inTurn(Keyed keyed, Attempt attempt) throws IOException {
    var turn = calls.turn(keyed.key());
    if (turn.isEmpty()) {
      return false;
    }
    try (var _ = turn.get()) {
      return attempt.isAnswered();
    }
  }

  /** The first time: does what is asked. */
  private boolean perform(Keyed keyed) throws IOException {
    var call = new KeyedCall(keyed.key());
    var buffer = new BufferedAnswer(keyed.response());
    var _ = call.run(new Onward(keyed.chain(), keyed.request(), buffer));
    if (buffer.containsHeader(KeyInFlightMapper.HEADER)) {
      return false;
    }
    var answer = buffer.whole();
    if (isForGood(answer, call)) {
      KeptAnswer.read(answers.store(keyed.key(), answer.text())).send(keyed.response());
    } else {
      answer.send(keyed.response());
    }
    return true;
  }

  /** What changed nothing may be sent again under the same key; what failed is looked up then. */
  private static boolean isForGood(KeptAnswer answer, KeyedCall call) {
    return answer.status() < FAILED
        && (answer.isSuccess() || answer.status() == PAYMENT_DECLINED || call.isKept());
  }

  /** The answer was lost, what was made was not: reads it as it is now. */
  private boolean recover(Keyed keyed, Found.Open open) throws IOException {
    if (answers.find(keyed.key()) instanceof Found.Answered) {
      return false;
    }
    var answer =
        Rendering.of(keyed.address(), ReadBody.of(keyed.request()), open)
            .flatMap(rendering -> rendered(keyed, rendering))
            .orElseGet(() -> repeated(keyed));
    if (answer.status() >= FAILED) {
      answer.send(keyed.response());
    } else {
      replay(keyed, KeptAnswer.read(answers.store(keyed.key(), answer.text())));
    }
    return true;
  }

  private static Optional<KeptAnswer> rendered(Keyed keyed, Rendering rendering) {
    var read = behind(keyed, new Reading(keyed.request(), rendering.address()));
    return Optional.of(read).filter(KeptAnswer::isSuccess).map(rendering::answer);
  }

  /** What cannot be read is asked for again; what was made before decides what is made of it. */
  private static KeptAnswer repeated(Keyed keyed) {
    return behind(keyed, keyed.request());
  }

  private static KeptAnswer behind(Keyed keyed, HttpServletRequest request) {
    var buffer = new BufferedAnswer(keyed.response());
    var _ = new Onward(keyed.chain(), request, buffer).call();
    return buffer.whole();
  }

  private static void replay(Keyed keyed, KeptAnswer answer) throws IOException {
    keyed.response().setHeader(REPLAYED, "true");
    answer.send(keyed.response());
  }
}
