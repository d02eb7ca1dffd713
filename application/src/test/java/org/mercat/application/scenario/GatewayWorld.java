package org.mercat.application.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.GatewayOnTrial;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** A gateway with those who act at it, the line to it, and the events that it tells. */
public interface GatewayWorld extends GatewayOnTrial, AutoCloseable {

  /** Who signs an event. */
  enum Signer {
    GATEWAY,
    STRANGER
  }

  GatewayBooks books();

  /** Somebody gives a part of a payment back on the gateway's own pages. */
  void refundByHand(GatewayReference payment, Money amount);

  /** What goes wrong with the next commands, one each. */
  void next(Mishap... mishaps);

  /** How many things the gateway has made under that key. */
  long made(OperationKey key);

  /** The bodies of all events of this test so far, the oldest first. */
  List<String> events();

  /** What the signer says of a body at that time. */
  String signature(Signer signer, byte[] body, Instant at);

  /** Posts a body to where events are taken; returns the status of the answer. */
  int post(@Nullable String signature, byte[] body);

  @Override
  void close();
}
