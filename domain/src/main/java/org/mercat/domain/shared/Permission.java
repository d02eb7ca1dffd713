package org.mercat.domain.shared;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person may be allowed to do (seed 001: permissions and role_permissions). What the roles
 * allow, {@link #of} tells; a grant or a denial for one person comes on top, and a denial wins. On
 * whose things it may be done is a question of its own.
 */
public enum Permission {
  /** To see and to change the own account, its sessions and its second factor. */
  ACCOUNT_OWN,
  /** To see the accounts of others. */
  ACCOUNT_READ,
  /** To suspend, to ban and to bring back accounts, and to give and to take everyday roles. */
  ACCOUNT_MANAGE(ACCOUNT_READ),
  /** To make administrators, and to change what they may. */
  ADMIN_MANAGE(ACCOUNT_MANAGE),
  /** To make, to rotate and to withdraw own API keys. */
  API_KEY_OWN,
  /** To be a provider: profile, payout account, working hours. */
  PROVIDER_OWN,
  PROVIDER_VERIFY,
  /** To create, to change, to publish and to withdraw own listings. */
  LISTING_OWN,
  LISTING_READ_ANY,
  /** To see the bookings in which one has a part, and to do one's part in them. */
  BOOKING_OWN,
  BOOKING_PLACE(BOOKING_OWN),
  BOOKING_READ_ANY(BOOKING_OWN),
  /** To cancel and to refund the bookings of others. */
  BOOKING_MANAGE(BOOKING_READ_ANY),
  REVIEW_WRITE,
  REVIEW_READ_ANY,
  PAYOUT_RELEASE(BOOKING_READ_ANY),
  LEDGER_AUDIT,
  FEE_MANAGE,
  /** To say what is levied where. */
  TAX_MANAGE,
  AUDIT_READ,
  /** To see and to change the settings and the members of one's own tenant. */
  TENANT_OWN,
  /** To open, to see and to change all tenants of the installation. */
  TENANT_MANAGE,
  /** To set the market's time and to play the payer and the bank, where tests run. */
  TEST_CONTROL;

  private static final Set<Permission> REACHING_OTHERS =
      Set.copyOf(
          EnumSet.of(
              ACCOUNT_READ,
              ACCOUNT_MANAGE,
              PROVIDER_VERIFY,
              LISTING_READ_ANY,
              BOOKING_READ_ANY,
              BOOKING_MANAGE,
              REVIEW_READ_ANY,
              PAYOUT_RELEASE,
              LEDGER_AUDIT,
              FEE_MANAGE,
              TAX_MANAGE,
              AUDIT_READ,
              TENANT_OWN,
              TENANT_MANAGE));

  @SuppressWarnings("ImmutableEnumChecker") // the set cannot be modified
  private final Set<Permission> needs;

  Permission(Permission... needs) {
    this.needs =
        Stream.of(needs)
            .flatMap(need -> Stream.concat(Stream.of(need), need.needs.stream()))
            .collect(toUnmodifiableSet());
  }

  /** What somebody must be allowed besides, as the answer shows it: all of it. */
  public Set<Permission> needs() {
    return needs;
  }

  /** All that these roles allow. */
  public static Set<Permission> of(Set<Role> roles) {
    return roles.stream().flatMap(role -> of(role).stream()).collect(toUnmodifiableSet());
  }

  /** Whether it reaches beyond what is the person's own or open to everybody. */
  public boolean reachesOthers() {
    return REACHING_OTHERS.contains(this);
  }

  private static EnumSet<Permission> of(Role role) {
    return switch (role) {
      case GUEST, DRIVER -> EnumSet.of(ACCOUNT_OWN);
      case CLIENT -> EnumSet.of(ACCOUNT_OWN, API_KEY_OWN, BOOKING_PLACE, BOOKING_OWN, REVIEW_WRITE);
      case PROVIDER -> EnumSet.of(ACCOUNT_OWN, API_KEY_OWN, PROVIDER_OWN, LISTING_OWN, BOOKING_OWN);
      case ADMIN ->
          EnumSet.of(
              ACCOUNT_OWN,
              ACCOUNT_READ,
              ACCOUNT_MANAGE,
              API_KEY_OWN,
              PROVIDER_VERIFY,
              LISTING_READ_ANY,
              BOOKING_OWN,
              BOOKING_READ_ANY,
              BOOKING_MANAGE,
              REVIEW_READ_ANY,
              PAYOUT_RELEASE,
              LEDGER_AUDIT,
              FEE_MANAGE,
              TAX_MANAGE,
              AUDIT_READ,
              TENANT_OWN,
              TEST_CONTROL);
      case SUPER_ADMIN -> {
        var all = of(Role.ADMIN);
        all.add(ADMIN_MANAGE);
        all.add(TENANT_MANAGE);
        yield all;
      }
    };
  }
}
