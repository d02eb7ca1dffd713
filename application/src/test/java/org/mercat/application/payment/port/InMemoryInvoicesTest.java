package org.mercat.application.payment.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.provider.ProviderId;

class InMemoryInvoicesTest implements InvoicesContract {

  private final Map<ProviderId, UserId> owners = new HashMap<>();
  private final InMemoryInvoices invoices =
      new InMemoryInvoices(provider -> Optional.of(ownerOf(provider)));
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(invoices);

  @Override
  public Invoices invoices() {
    return invoices;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Charge charge() {
    return SamplePayments.charge(new BookingId(TimeOrderedIds.next()), Parties.any());
  }

  @Override
  public UserId ownerOf(ProviderId provider) {
    return owners.computeIfAbsent(provider, _ -> new UserId(TimeOrderedIds.next()));
  }
}
