package org.mercat.application.shared;

/**
 * Driven port: keeps secrets that have to be read again, such as a key or a token still to be sent,
 * from whoever reads the database. Every adapter must pass {@code SealerContract}.
 */
public interface Sealer {

  /** Seals the bytes for a purpose; twice the same bytes are sealed differently. */
  byte[] seal(byte[] plain, String purpose);

  /**
   * The bytes that were sealed for that purpose.
   *
   * @throws SealBroken if these were not sealed for it, were changed, or their key is gone
   */
  byte[] open(byte[] sealed, String purpose);

  /** Nobody can read it any more, or somebody has put something else in its place. */
  final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SealBroken(String message) {
      super(message);
    }

    public SealBroken(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
