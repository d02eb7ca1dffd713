package org.mercat.domain.fee;

/** Where a rate comes from; what comes first here goes before what comes after it (PAYMENTS 4). */
public enum FeeSource {
  /** A rate for one seller, for a while. */
  PROMOTION,
  /** The tier of what the seller has sold in the month before. */
  VOLUME,
  /** The tier in which an administrator has put the seller. */
  LEVEL,
  /** For all sellers alike. */
  EVERYBODY,
  /** What holds where nothing else does. */
  TENANT
}
