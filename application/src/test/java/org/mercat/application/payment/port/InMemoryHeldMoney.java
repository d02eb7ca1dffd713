package org.mercat.application.payment.port;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.payment.HeldFunds.Alarm;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.MoneyState;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** The payments and the books, as far as money is held. */
public final class InMemoryHeldMoney implements HeldMoney, Store {

  private record Raised(BookingId booking, Alarm alarm) {}

  private final InMemoryPayments payments;
  private final Ledger ledger;
  private final Function<ProviderId, String> countryOf;
  private Set<Raised> raised = new HashSet<>();

  public InMemoryHeldMoney(
      InMemoryPayments payments, Ledger ledger, Function<ProviderId, String> countryOf) {
    this.payments = payments;
    this.ledger = ledger;
    this.countryOf = countryOf;
  }

  @Override
  public Runnable snapshot() {
    var copy = new HashSet<>(raised);
    return () -> raised = copy;
  }

  @Override
  public Page<HeldFunds> find(Optional<Instant> deadlineBefore, PageRequest page) {
    var found =
        held()
            .filter(held -> deadlineBefore.stream().allMatch(held.deadline()::isBefore))
            .filter(held -> page.after().stream().allMatch(id -> id(held).compareTo(id) < 0))
            .sorted(comparing(InMemoryHeldMoney::id, reverseOrder()))
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, InMemoryHeldMoney::id);
  }

  @Override
  public List<HeldFunds> unheard(Instant now, int most) {
    return held()
        .filter(held -> held.alarm(now).filter(alarm -> isUnheard(held, alarm)).isPresent())
        .sorted(comparing(HeldFunds::deadline))
        .limit(most)
        .toList();
  }

  @Override
  public boolean raise(BookingId booking, Alarm alarm, Instant now) {
    return raised.add(new Raised(booking, alarm));
  }

  private boolean isUnheard(HeldFunds held, Alarm alarm) {
    return !raised.contains(new Raised(held.booking(), alarm));
  }

  private Stream<HeldFunds> held() {
    return payments.all().stream().filter(InMemoryHeldMoney::isHeld).map(this::funds);
  }

  private static boolean isHeld(Payment payment) {
    return payment.money() instanceof MoneyState.Held
        || payment.money() instanceof MoneyState.Releasing;
  }

  private HeldFunds funds(Payment payment) {
    var charge = payment.charge();
    var lines = ledger.linesOf(charge.booking());
    var capturedAt =
        lines.stream()
            .filter(line -> line.kind() == Kind.CAPTURE)
            .map(PostedLine::at)
            .findFirst()
            .orElseThrow();
    var amount =
        lines.stream()
            .filter(line -> line.account().name().startsWith("escrow:"))
            .map(line -> line.amount().negated())
            .reduce(Money.zero(charge.total().currency()), Money::plus);
    var deadline = HeldFunds.deadline(capturedAt, countryOf.apply(charge.provider()));
    return new HeldFunds(charge.booking(), charge.provider(), amount, capturedAt, deadline);
  }

  private static UUID id(HeldFunds held) {
    return held.booking().value();
  }
}
