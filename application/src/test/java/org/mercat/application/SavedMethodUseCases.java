package org.mercat.application;

import org.mercat.application.payment.OwnPaymentMethod;
import org.mercat.application.payment.OwnPaymentMethods;
import org.mercat.application.payment.PreferPaymentMethod;
import org.mercat.application.payment.RemovePaymentMethod;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SavePaymentMethod;
import org.mercat.application.shared.Access;

/** The use cases about what payers pay with, over {@link InMemoryAdapters}. */
public final class SavedMethodUseCases {

  public final SavePaymentMethod save;
  public final OwnPaymentMethods list;
  public final OwnPaymentMethod details;
  public final PreferPaymentMethod prefer;
  public final RemovePaymentMethod remove;

  SavedMethodUseCases(InMemoryAdapters in, Access access, RunOperations runOperations) {
    save =
        new SavePaymentMethod(
            access,
            in.payers,
            in.methods,
            in.operations,
            in.gateway.payers(),
            runOperations,
            in.unitOfWork,
            in.market,
            in.system);
    list = new OwnPaymentMethods(access, in.methods, in.unitOfWork);
    details = new OwnPaymentMethod(access, in.methods, in.operations, in.actions, in.unitOfWork);
    prefer = new PreferPaymentMethod(access, in.methods, in.outbox, in.unitOfWork, in.market);
    remove =
        new RemovePaymentMethod(
            access,
            in.methods,
            in.operations,
            runOperations,
            in.outbox,
            in.unitOfWork,
            in.market,
            in.system);
  }
}
