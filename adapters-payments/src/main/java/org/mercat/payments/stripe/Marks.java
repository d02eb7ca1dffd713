package org.mercat.payments.stripe;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.OperationKey;

/** What everything of ours carries at Stripe, as metadata, so that it is known again. */
final class Marks {

  static final String OPERATION = "operation_id";
  static final String TENANT = "tenant";

  private Marks() {}

  static Map<String, String> of(OperationKey key) {
    return Map.of(OPERATION, key.text(), TENANT, tenant());
  }

  /** The key for Stripe: those of one tenant never meet those of another. */
  static String idempotencyKey(OperationKey key) {
    return tenant() + ":" + key.text();
  }

  /** The same for what no operation asks for. */
  static String idempotencyKey(String text) {
    return tenant() + ":" + text;
  }

  /** Under which key it was asked for; empty when this tenant has not asked for it. */
  static Optional<OperationKey> key(@Nullable Map<String, String> metadata) {
    return metadata != null && tenant().equals(metadata.get(TENANT))
        ? Optional.ofNullable(metadata.get(OPERATION)).flatMap(Marks::parsed)
        : Optional.empty();
  }

  /** Whether they say of which tenant something is. */
  static boolean nameTenant(Map<String, String> metadata) {
    return metadata.containsKey(TENANT);
  }

  /** Whether it is of this tenant, whatever was asked for. */
  static boolean areOwn(Map<String, String> metadata) {
    return tenant().equals(metadata.get(TENANT));
  }

  static boolean areOf(@Nullable Map<String, String> metadata, OperationKey key) {
    return key(metadata).filter(key::equals).isPresent();
  }

  private static Optional<OperationKey> parsed(String text) {
    try {
      return Optional.of(OperationKey.parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String tenant() {
    return Acting.now().tenant().value().toString();
  }
}
