package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.provider.ProviderId;

/** Driven port: all chargebacks. Every adapter must pass {@code ChargebacksContract}. */
public interface Chargebacks {

  /** The most that a provider may tell of one chargeback. */
  int MOST_MATERIAL = 20;

  ChargebackId nextId();

  Optional<Chargeback> find(ChargebackId id);

  /** By the gateway's name of the dispute. */
  Optional<Chargeback> of(GatewayReference dispute);

  /** Those of a booking, the newest first. */
  List<Chargeback> ofBooking(BookingId booking);

  /**
   * Stores a new chargeback.
   *
   * @throws ConcurrencyConflict if there is one of the dispute
   */
  void add(Chargeback chargeback);

  /**
   * Stores the chargeback as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Chargeback chargeback);

  /** What fits, the newest first. */
  Page<Chargeback> list(Filter filter, PageRequest page);

  /**
   * Takes the lease of chargebacks whose dispute is to be read again: after an hour, or after a day
   * when it is closed, and no more when it was opened more than {@code 120} days ago and is closed.
   *
   * @param now by the system's clock
   */
  List<Chargeback> lease(Instant now, int most);

  /** Those that wait for evidence until before then, and nobody has been told. */
  List<Chargeback> unheard(Instant until, int most);

  /** Notes that somebody is told; whether nobody was before: of all who come, one is told so. */
  boolean raise(ChargebackId chargeback, Instant now);

  /** Keeps what a provider tells; false if there is as much as there may be. */
  boolean addMaterial(ChargebackId chargeback, Material material);

  /** What the provider has told, the oldest first. */
  List<Material> materialOf(ChargebackId chargeback);

  /** Which ones; empty for all. */
  record Filter(Optional<Claim.Status> status, Optional<ProviderId> provider) {}

  /** What a provider tells of a chargeback, for the administrator who answers the bank. */
  record Material(String text, Instant at) {}
}
