package org.mercat.application.shared;

import java.util.Optional;

/**
 * The address that the present work was asked for from, by a pseudonym: the same address has the
 * same one, and nobody gets from it to the address without the key of the installation.
 *
 * @param pseudonym 16 hexadecimal digits
 */
public record ClientOrigin(String pseudonym) {

  private static final ScopedValue<ClientOrigin> CURRENT = ScopedValue.newInstance();

  /** That of the request around this call; empty for work that nobody asked for from outside. */
  public static Optional<ClientOrigin> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does the work as asked for from there. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
