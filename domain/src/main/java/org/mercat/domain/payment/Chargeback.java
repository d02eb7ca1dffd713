package org.mercat.domain.payment;

import static org.mercat.domain.payment.Account.DISPUTES_HELD;
import static org.mercat.domain.payment.Account.DISPUTE_FEES;
import static org.mercat.domain.payment.Account.GATEWAY_CLEARING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.ChargebackEvent.ChargebackLost;
import org.mercat.domain.payment.ChargebackEvent.ChargebackOpened;
import org.mercat.domain.payment.ChargebackEvent.ChargebackWon;
import org.mercat.domain.payment.ChargebackEvent.EvidenceSubmitted;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.Evidence.State;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.JournalEntry.Line;
import org.mercat.domain.payment.Payment.Transition.Done;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/**
 * A payer's bank contests the payment of a booking (DS-04). What the gateway tells of it is
 * compared with what has been posted, and only the difference is posted: told twice, late or in
 * another order, it comes to the same end.
 *
 * @param policy as it was when the chargeback was opened
 * @param books what has been posted of it
 */
public record Chargeback(
    ChargebackId id,
    BookingId booking,
    ProviderId provider,
    Claim claim,
    ChargebackPolicy policy,
    Books books,
    Evidence evidence,
    long version) {

  /**
   * What has been posted.
   *
   * @param withdrawn what the bank has taken and not given back
   * @param fees what the gateway has kept
   * @param loss what is somebody's loss
   * @param feePassedOn what of the fees the provider bears
   * @param freezes whether the booking's money must not move because of this chargeback
   * @param changes how often something has been posted
   */
  public record Books(
      Money withdrawn,
      Money fees,
      Optional<Loss> loss,
      Money feePassedOn,
      boolean freezes,
      int changes) {

    Money lost() {
      return loss.map(Loss::total).orElseGet(() -> Money.zero(withdrawn.currency()));
    }

    /** What nobody bears yet: the balance of the chargeback in {@code disputes_held}. */
    public Money held() {
      return withdrawn.minus(lost());
    }
  }

  /**
   * What follows from news.
   *
   * @param money what becomes of the booking's money; empty if nothing does
   */
  public record Settlement(
      Chargeback chargeback, Optional<Done> money, List<ChargebackEvent> events) {
    public Settlement {
      events = List.copyOf(events);
    }
  }

  /** Why evidence cannot be given. */
  public enum EvidenceRefusal {
    /** The bank does not wait for any. */
    NOT_AWAITED,
    TOO_LATE,
    /** The gateway has not answered to the last one yet. */
    UNDER_WAY,
    /** The bank has it; it takes it once. */
    SUBMITTED
  }

  /** A dispute of which nothing has been posted yet. */
  public static Chargeback found(
      ChargebackId id, Payment payment, Claim claim, ChargebackPolicy policy) {
    var nothing = Money.zero(claim.withdrawn().currency());
    var books =
        new Books(
            nothing, Money.zero(claim.fees().currency()), Optional.empty(), nothing, false, 0);
    var charge = payment.charge();
    return new Chargeback(
        id, charge.booking(), charge.provider(), claim, policy, books, Evidence.NONE, 0);
  }

  /** That it has been found. */
  public ChargebackEvent opened(Instant now) {
    var isInquiry = !claim.status().isContested() && !isDecided(claim.status());
    return new ChargebackOpened(booking, id, claim.amount(), claim.reason(), isInquiry, now);
  }

  /**
   * Posts what is new, and freezes or frees the booking's money. A loss waits while a refund is
   * under way.
   */
  public Settlement follow(Claim news, Payment payment, Instant now) {
    if (news.isOlderThan(claim)) {
      return new Settlement(this, Optional.empty(), List.of());
    }
    var ledger = new Steps(payment, "chargeback:" + id.value() + ":" + (books.changes + 1), now);
    var withdrawn = ledger.moved(DISPUTES_HELD, books.withdrawn, news.withdrawn(), "withdrawn");
    var fees = ledger.moved(DISPUTE_FEES, books.fees, news.fees(), "fees");
    var loss = ledger.lost(news.status(), withdrawn);
    var passedOn = ledger.passedOn(news.status(), fees);
    var held = withdrawn.minus(loss.map(Loss::total).orElse(Money.zero(withdrawn.currency())));
    var isTakenLater = news.status() == Status.LOST && withdrawn.isZero();
    var freezes = news.status().isContested() || !held.isZero() || isTakenLater;
    ledger.freeze(freezes);
    ledger.resume();
    var changes = ledger.isChanged() ? books.changes + 1 : books.changes;
    var next = new Books(withdrawn, fees, loss, passedOn, freezes, changes);
    return new Settlement(with(news, next, evidence), ledger.money(), events(news, now));
  }

  private List<ChargebackEvent> events(Claim news, Instant now) {
    return isDecided(news.status()) && news.status() != claim.status()
        ? List.of(decided(news, now))
        : List.of();
  }

  /** How it ended, of a chargeback that was found when it had ended. */
  public Optional<ChargebackEvent> ended(Instant now) {
    return Optional.of(claim).filter(it -> isDecided(it.status())).map(it -> decided(it, now));
  }

  private ChargebackEvent decided(Claim news, Instant now) {
    return news.status() == Status.WON
        ? new ChargebackWon(booking, id, news.amount(), now)
        : new ChargebackLost(booking, id, news.amount(), now);
  }

  private static boolean isDecided(Status status) {
    return status == Status.WON || status == Status.LOST;
  }

  /** Why evidence cannot be given now; empty if it can. */
  public Optional<EvidenceRefusal> evidenceRefusal(Instant now) {
    if (evidence.state() == State.SUBMITTED || claim.submissions() > 0) {
      return Optional.of(EvidenceRefusal.SUBMITTED);
    }
    if (evidence.state().isUnderWay()) {
      return Optional.of(EvidenceRefusal.UNDER_WAY);
    }
    if (!claim.status().awaitsEvidence()) {
      return Optional.of(EvidenceRefusal.NOT_AWAITED);
    }
    return claim.respondBy().filter(until -> !now.isBefore(until)).isPresent()
        ? Optional.of(EvidenceRefusal.TOO_LATE)
        : Optional.empty();
  }

  /**
   * Evidence is about to be given to the gateway, with what was given before.
   *
   * @param submit whether the bank gets it at once: it takes evidence once
   * @throws IllegalStateException if {@link #evidenceRefusal} says why not
   */
  public Chargeback giving(Map<EvidenceField, String> more, boolean submit, Instant now) {
    if (evidenceRefusal(now).isPresent()) {
      throw new IllegalStateException("no evidence can be given for " + id);
    }
    return with(claim, books, evidence.with(more, submit));
  }

  /** What came of giving it, as the gateway says; empty if that was known. */
  public Optional<EvidenceGiven> given(int number, boolean accepted, Instant now) {
    if (number != evidence.number() || !evidence.state().isUnderWay()) {
      return Optional.empty();
    }
    var isSubmission = evidence.state() == State.SUBMITTING;
    var state = accepted ? isSubmission ? State.SUBMITTED : State.STAGED : State.NONE;
    var events =
        accepted && isSubmission
            ? List.<ChargebackEvent>of(new EvidenceSubmitted(booking, id, now))
            : List.<ChargebackEvent>of();
    return Optional.of(new EvidenceGiven(with(claim, books, evidence.in(state)), events));
  }

  /** A chargeback whose evidence has been taken or refused by the gateway. */
  public record EvidenceGiven(Chargeback chargeback, List<ChargebackEvent> events) {
    public EvidenceGiven {
      events = List.copyOf(events);
    }
  }

  private Chargeback with(Claim news, Books next, Evidence given) {
    return new Chargeback(id, booking, provider, news, policy, next, given, version);
  }

  /** Collects what becomes of the money, step by step. */
  private final class Steps {

    private final Payment before;
    private final String key;
    private final Instant now;
    private final List<Done> steps = new ArrayList<>();

    private Steps(Payment before, String key, Instant now) {
      this.before = before;
      this.key = key;
      this.now = now;
    }

    private boolean isChanged() {
      return !steps.isEmpty();
    }

    private Payment payment() {
      return steps.isEmpty() ? before : steps.getLast().payment();
    }

    private Money moved(Account account, Money posted, Money told, String what) {
      var more = posted.isZero() ? told : told.minus(posted);
      if (!more.isZero()) {
        post(
            Kind.DISPUTE,
            what,
            Stream.of(new Line(account, more), new Line(GATEWAY_CLEARING, more.negated())));
      }
      return told;
    }

    /** The loss becomes what was withdrawn when the bank has decided so, and never more. */
    private Optional<Loss> lost(Status status, Money withdrawn) {
      var known = books.lost();
      var after = status == Status.LOST ? withdrawn : Split.smaller(known, withdrawn);
      if (after.equals(known)) {
        return books.loss;
      }
      var loss = books.loss;
      if (loss.isPresent()) {
        var returned =
            new ContestedPayment(payment()).returned(key + "/returned", loss.get(), policy, now);
        if (returned.isEmpty()) {
          return loss;
        }
        step(returned.get());
        loss = Optional.empty();
      }
      if (after.isPositive()) {
        var lost = new ContestedPayment(payment()).lost(key + "/lost", after, policy, now);
        lost.map(ContestedPayment.Lost::done).ifPresent(this::step);
        loss = lost.map(ContestedPayment.Lost::loss);
      }
      return loss;
    }

    private Money passedOn(Status status, Money fees) {
      var nothing = Money.zero(books.feePassedOn.currency());
      var isDue =
          policy.feePassedOn()
              && status == Status.LOST
              && fees.currency().equals(nothing.currency());
      var due = isDue ? fees : nothing;
      var more = due.minus(books.feePassedOn);
      if (!more.isZero()) {
        post(
            Kind.CHARGEBACK_FEE,
            "fee-passed-on",
            Stream.of(
                new Line(Account.provider(provider), more),
                new Line(DISPUTE_FEES, more.negated())));
      }
      return due;
    }

    private void freeze(boolean freezes) {
      if (freezes != books.freezes) {
        var contested = new ContestedPayment(payment());
        step(freezes ? contested.frozen() : contested.unfrozen());
      }
    }

    private void resume() {
      if (!payment().equals(before)) {
        new ContestedPayment(payment()).resumed(now).ifPresent(this::step);
      }
    }

    private void post(Kind kind, String what, Stream<Line> lines) {
      var entry = payment().escrow().entry(key + "/" + what, kind, now, lines);
      steps.add(new Done(payment(), List.of(entry), List.of()));
    }

    private void step(Done done) {
      steps.add(done);
    }

    private Optional<Done> money() {
      return steps.stream().reduce(Done::and);
    }
  }
}
