package org.mercat.application.payment;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;

/**
 * Reads the accounts of all payees again: their events are told by accounts that are not the
 * market's, so that those which got lost are in no list that it could ask for. Run by a job.
 */
public final class RefreshPayees {

  private static final System.Logger LOG = System.getLogger(RefreshPayees.class.getName());
  private static final int BATCH = 100;

  private final Payees payees;
  private final SeePayee seePayee;
  private final UnitOfWork unitOfWork;

  public RefreshPayees(Payees payees, SeePayee seePayee, UnitOfWork unitOfWork) {
    this.payees = payees;
    this.seePayee = seePayee;
    this.unitOfWork = unitOfWork;
  }

  /** Returns how many have been read; a gateway that does not answer is left alone until later. */
  public int handle() {
    var count = 0;
    var after = Optional.<ProviderId>empty();
    while (true) {
      var last = after;
      var batch = unitOfWork.run(() -> payees.withAccounts(last, BATCH));
      var read = batch.stream().filter(this::isRead).count();
      count += (int) read;
      if (batch.size() < BATCH || read == 0) {
        return count;
      }
      after = Optional.of(batch.getLast().provider());
    }
  }

  /** One that cannot be stored must not keep the others from being read. */
  private boolean isRead(Payee payee) {
    var account = payee.reference().orElseThrow();
    try {
      return seePayee.handle(new SeePayee.Command(account)) != SeePayee.Outcome.NOT_NOW;
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "account " + account.value() + " is to be read again", failure);
      return false;
    }
  }
}
