package org.mercat.persistence.payment;

import java.time.Instant;
import org.mercat.application.payment.port.Chargebacks.Material;

/** Table {@code chargeback_material}. */
record ChargebackMaterialRow(String text, Instant toldAt) {

  Material toDomain() {
    return new Material(text, toldAt);
  }
}
