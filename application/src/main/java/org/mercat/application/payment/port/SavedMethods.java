package org.mercat.application.payment.port;

import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;

/** Driven port: all saved methods of payment; see {@code SavedMethodsContract}. */
public interface SavedMethods {

  SavedMethodId nextId();

  Optional<SavedMethod> find(SavedMethodId id);

  /** What the person pays with when nothing else is said. */
  Optional<SavedMethod> preferred(UserId owner);

  /** Those of a person that are kept or may come to be, all of them. */
  List<SavedMethod> live(UserId owner);

  /** Those of a person that are kept or may come to be, the newest first. */
  Page<SavedMethod> list(UserId owner, PageRequest page);

  void add(SavedMethod method);

  /**
   * Stores the method as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one, or another method of the
   *     owner is preferred
   */
  void update(SavedMethod method);
}
