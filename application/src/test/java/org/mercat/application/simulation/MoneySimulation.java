package org.mercat.application.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.mercat.application.Trade;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.RefundView;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.OnTop;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/**
 * One life of a small market on a virtual clock, up to ten bookings with their money. The seed
 * decides what people do, whose turn it is between any two steps, what the line to the gateway
 * loses, how events come in, and when the process dies. Then all faults end, and time goes on until
 * everything is quiet.
 */
final class MoneySimulation {

  private static final int STEPS = 400;
  private static final int MOST_AT_ONCE = 6;

  /**
   * How it ended.
   *
   * @param problems what should not be; empty when all is well
   * @param trace all that happened; the same for the same seed
   */
  record Result(long seed, List<String> problems, List<String> trace) {
    Result {
      problems = List.copyOf(problems);
      trace = List.copyOf(trace);
    }

    @Override
    public String toString() {
      return "seed " + seed + ": " + problems + "\n" + String.join("\n", trace);
    }
  }

  private final long seed;
  private final RandomGenerator dice;
  private final Trade trade = new Trade();
  private final Agenda agenda = new Agenda(trade.market.in);
  private final Diary diary = new Diary(trade.market.in.system);
  private final Scheduler scheduler;
  private final Faults faults;
  private final SimulatedMarket market;
  private final Truth truth;
  private final People people;
  private int events;

  private MoneySimulation(long seed, Optional<Bug> bug) {
    this.seed = seed;
    this.dice = new SplittableRandom(seed);
    this.scheduler = new Scheduler(dice);
    this.faults = new Faults(dice);
    this.market =
        new SimulatedMarket(
            trade.market.in,
            bug,
            new SimulatedMarket.Surroundings(
                scheduler, faults, diary, this::changed, this::afterCommit));
    this.truth = new Truth(trade.market.in, market);
    this.people = new People(dice, trade, market, diary);
    chargeClients();
  }

  static Result run(long seed, Optional<Bug> bug) {
    return new MoneySimulation(seed, bug).run();
  }

  /** In most lives clients pay on top, with tax or without; some of it goes back in parts. */
  private void chargeClients() {
    if (seed % 4 != 0) {
      var flat = Optional.of(Money.of(seed % 97, "CAD")).filter(_ -> seed % 2 == 0);
      var rule =
          FeeRule.set(
              trade.market.in.feeRules.nextId(),
              FeeDirection.CUSTOMER_FEE,
              new FeeScope.Everybody(),
              new Rate(seed % 13 * 7_777),
              Optional.of(new OnTop(flat, seed % 3 == 0, seed % 5 != 0)),
              FeePeriod.since(trade.market.in.market.instant()),
              "a service for clients",
              trade.market.in.market.instant());
      if (trade.market.in.feeRules.add(rule) != FeeRules.Addition.ADDED) {
        throw new IllegalStateException("two rules");
      }
    }
  }

  private Result run() {
    try {
      live();
      calm();
      truth.whenQuiet();
      market.bookings.ids().forEach(id -> diary.note(truth.stand(id)));
    } catch (AssertionError unexpected) {
      return new Result(seed, List.of(unexpected.toString()), diary.lines());
    }
    return new Result(seed, truth.problems(), diary.lines());
  }

  private void afterCommit() {
    truth.afterCommit();
  }

  private void live() {
    for (var step = 0; step < STEPS && truth.problems().isEmpty(); step++) {
      var roll = dice.nextInt(100);
      if (roll < 60 && scheduler.alive() > 0) {
        scheduler.step();
      } else if (roll < 85 && scheduler.alive() < MOST_AT_ONCE) {
        start(roll < 75 ? people.next() : job());
      } else if (roll < 88) {
        refundByHand();
      } else if (roll < 96) {
        agenda.pass(Duration.ofMillis(dice.nextInt(3_000)));
      } else if (roll < 99) {
        scheduler.drain();
        agenda.pass(Duration.ofMinutes(dice.nextInt(dice.nextInt(4) > 0 ? 20 : 600)));
      }
      if (roll == 99 || market.units.hasDied()) {
        diary.note("the process dies");
        scheduler.killAll();
      }
    }
  }

  /** Somebody gives something back on the gateway's own pages. */
  private void refundByHand() {
    var payments = truth.payments();
    if (!payments.isEmpty() && dice.nextInt(12) == 0) {
      var payment = payments.get(dice.nextInt(payments.size()));
      var rest = payment.amount().minus(payment.refunded());
      var minor = dice.nextBoolean() ? rest.minor() : dice.nextLong(rest.minor() + 1);
      var amount = new Money(minor, rest.currency());
      diary.note("by hand at the gateway: " + amount + " of " + payment.reference());
      trade.market.in.gateway.refundByHand(payment.reference(), amount);
      tell(payment);
    }
  }

  /**
   * No more faults; whoever has to look after something does so, and time goes on for days.
   * Somebody replays the events of payments, for those about refunds by hand may all have got lost.
   */
  private void calm() {
    faults.end();
    scheduler.drain();
    diary.note("all faults have ended");
    for (var round = 0; round < 60; round++) {
      agenda.pass(round < 20 ? Duration.ofMinutes(1) : Duration.ofHours(round < 40 ? 1 : 12));
      start(market.letTimePass::handle, "time passes");
      start(market.recoverOperations::handle, "recover");
      start(market.processGatewayEvents::handle, "inbox");
      if (round == 30) {
        owed().forEach(booking -> start(people.repeatingRefund(booking)));
      }
      if (round == 45) {
        truth.payments().forEach(this::tell);
      }
      scheduler.drain();
    }
  }

  private List<BookingId> owed() {
    return trade.market.in.payments.all().stream()
        .filter(it -> !it.owed().isNothing())
        .map(it -> it.charge().booking())
        .toList();
  }

  private Runnable job() {
    return switch (dice.nextInt(3)) {
      case 0 -> noting(market.letTimePass::handle, "time passes");
      case 1 -> noting(market.recoverOperations::handle, "recover");
      default -> noting(market.processGatewayEvents::handle, "inbox");
    };
  }

  private interface Job {
    int handle();
  }

  private void start(Job job, String name) {
    start(noting(job, name));
  }

  private Runnable noting(Job job, String name) {
    return () -> diary.note(name + " -> " + job.handle());
  }

  private void start(Runnable work) {
    scheduler.start(
        () -> {
          try {
            work.run();
          } catch (ConcurrencyConflict | PortUnavailable refused) {
            diary.note("refused: " + refused.getMessage());
          }
        });
  }

  /** The gateway has changed something of its own: it tells, and may go on by itself later. */
  private void changed(View view) {
    tell(view);
    switch (view.status()) {
      case REQUIRES_ACTION -> agenda.in(later(), () -> payerActs(view));
      case PENDING -> agenda.in(later(), () -> bankAnswers(view));
      case SUCCEEDED, FAILED -> {
        // It stays as it is.
      }
    }
  }

  private Duration later() {
    return Duration.ofSeconds(dice.nextInt(dice.nextBoolean() ? 600 : 86_400));
  }

  private void payerActs(View view) {
    var succeeds = dice.nextInt(3) > 0;
    diary.note("the payer of " + view.reference() + (succeeds ? " acts" : " gives up"));
    trade.market.in.gateway.completeAction(view.reference(), succeeds);
    tell(view);
  }

  private void bankAnswers(View view) {
    var succeeds = dice.nextInt(4) > 0;
    diary.note("the bank " + (succeeds ? "pays " : "does not pay ") + view.reference());
    trade.market.in.gateway.completeRefund(view.reference(), succeeds);
    tell(view);
  }

  private void tell(View view) {
    if (view instanceof PaymentView) {
      tell(Kind.PAYMENT_CHANGED, view.reference().value());
    }
    if (view instanceof RefundView) {
      tell(Kind.REFUND_CHANGED, view.reference().value());
    }
  }

  private void tell(Kind kind, String object) {
    events++;
    var message = new Message("sandbox", "sim_" + events, kind, Optional.of(object), "{}");
    for (var left = faults.deliveries(); left > 0; left--) {
      agenda.in(faults.delay(), () -> start(() -> deliver(message)));
    }
  }

  private void deliver(Message message) {
    var outcome = market.receiveGatewayEvent.handle(new ReceiveGatewayEvent.Command(message));
    diary.note(message.event() + " " + message.object().orElse("") + " -> " + outcome);
  }
}
