package org.mercat.domain.audit;

import static java.util.Map.entry;

import java.util.Map;
import org.mercat.domain.availability.TimetableEvent;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.catalog.ListingEvent.ListingArchived;
import org.mercat.domain.catalog.ListingEvent.ListingChanged;
import org.mercat.domain.catalog.ListingEvent.ListingDrafted;
import org.mercat.domain.catalog.ListingEvent.ListingPaused;
import org.mercat.domain.catalog.ListingEvent.ListingPublished;
import org.mercat.domain.fee.FeeRuleEvent;
import org.mercat.domain.fee.PlatformFeeSet;
import org.mercat.domain.fee.SellerTierEvent;
import org.mercat.domain.identity.OidcEvent.IdentityLinked;
import org.mercat.domain.identity.OidcEvent.IssuerDropped;
import org.mercat.domain.identity.OidcEvent.IssuerTrusted;
import org.mercat.domain.identity.RightsEvent;
import org.mercat.domain.identity.SecondFactorEvent;
import org.mercat.domain.identity.SessionEvent.RefreshTokenReused;
import org.mercat.domain.identity.SessionEvent.SessionEnded;
import org.mercat.domain.identity.SessionEvent.SessionOpened;
import org.mercat.domain.identity.UserEvent.EmailChanged;
import org.mercat.domain.identity.UserEvent.EmailVerified;
import org.mercat.domain.identity.UserEvent.PasswordChanged;
import org.mercat.domain.identity.UserEvent.PhoneVerified;
import org.mercat.domain.identity.UserEvent.ProfileChanged;
import org.mercat.domain.identity.UserEvent.SignInLocked;
import org.mercat.domain.identity.UserEvent.SignedInAfterFailures;
import org.mercat.domain.identity.UserEvent.UserBanned;
import org.mercat.domain.identity.UserEvent.UserClosed;
import org.mercat.domain.identity.UserEvent.UserReactivated;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.identity.UserEvent.UserRestored;
import org.mercat.domain.identity.UserEvent.UserSuspended;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyMade;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyRotated;
import org.mercat.domain.integration.ApiKeyEvent.ApiKeyWithdrawn;
import org.mercat.domain.payment.ChargebackEvent;
import org.mercat.domain.payment.ChargebackPolicyEvent.ChargebackPolicySet;
import org.mercat.domain.payment.InvoiceEvent;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.payment.PayerEvent;
import org.mercat.domain.payment.PaymentEvent;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.provider.ProviderEvent.ProviderLinkJudged;
import org.mercat.domain.provider.ProviderEvent.ProviderPayabilityChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderProfileChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderRegistered;
import org.mercat.domain.provider.ProviderEvent.ProviderRejected;
import org.mercat.domain.provider.ProviderEvent.ProviderVerified;
import org.mercat.domain.review.ReviewEvent.ReviewPublished;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.tax.TaxRuleEvent;
import org.mercat.domain.tenancy.TenantEvent;

/** What kind of thing was done, in the words of seed 001 (audit_logs). */
public enum Action {
  CREATE,
  READ,
  UPDATE,
  DELETE,
  LOGIN,
  LOGOUT,
  ADMIN_ACTION,
  PAYMENT,
  BOOKING;

  /** A family of events that are all of one kind is named as a whole. */
  private static final Map<Class<? extends DomainEvent>, Action> OF_EVENTS =
      Map.ofEntries(
          entry(UserRegistered.class, CREATE),
          entry(ProviderRegistered.class, CREATE),
          entry(ListingDrafted.class, CREATE),
          entry(ReviewPublished.class, CREATE),
          entry(EmailVerified.class, UPDATE),
          entry(EmailChanged.class, UPDATE),
          entry(PhoneVerified.class, UPDATE),
          entry(PasswordChanged.class, UPDATE),
          entry(ProfileChanged.class, UPDATE),
          entry(SecondFactorEvent.class, UPDATE),
          entry(UserRestored.class, UPDATE),
          entry(IdentityLinked.class, UPDATE),
          entry(ProviderProfileChanged.class, UPDATE),
          entry(ProviderPayabilityChanged.class, UPDATE),
          entry(ListingChanged.class, UPDATE),
          entry(ListingPublished.class, UPDATE),
          entry(ListingPaused.class, UPDATE),
          entry(TimetableEvent.class, UPDATE),
          entry(UserClosed.class, DELETE),
          entry(ListingArchived.class, DELETE),
          entry(SessionOpened.class, LOGIN),
          entry(RefreshTokenReused.class, LOGIN),
          entry(SignInLocked.class, LOGIN),
          entry(SignedInAfterFailures.class, LOGIN),
          entry(SessionEnded.class, LOGOUT),
          entry(UserSuspended.class, ADMIN_ACTION),
          entry(UserBanned.class, ADMIN_ACTION),
          entry(UserReactivated.class, ADMIN_ACTION),
          entry(ProviderVerified.class, ADMIN_ACTION),
          entry(ProviderRejected.class, ADMIN_ACTION),
          entry(ProviderLinkJudged.class, ADMIN_ACTION),
          entry(PlatformFeeSet.class, ADMIN_ACTION),
          entry(FeeRuleEvent.class, ADMIN_ACTION),
          entry(SellerTierEvent.class, ADMIN_ACTION),
          entry(TaxRuleEvent.class, ADMIN_ACTION),
          entry(RightsEvent.class, ADMIN_ACTION),
          entry(IssuerTrusted.class, ADMIN_ACTION),
          entry(IssuerDropped.class, ADMIN_ACTION),
          entry(TenantEvent.class, ADMIN_ACTION),
          entry(ApiKeyMade.class, CREATE),
          entry(ApiKeyRotated.class, UPDATE),
          entry(ApiKeyWithdrawn.class, DELETE),
          entry(PaymentEvent.class, PAYMENT),
          entry(PayeeEvent.class, PAYMENT),
          entry(PayerEvent.class, PAYMENT),
          entry(PayoutEvent.class, PAYMENT),
          entry(InvoiceEvent.class, PAYMENT),
          entry(ChargebackEvent.class, PAYMENT),
          entry(ChargebackPolicySet.class, ADMIN_ACTION),
          entry(BookingEvent.class, BOOKING));

  /**
   * The kind of what the event tells.
   *
   * @throws IllegalArgumentException if no action is known for the event
   */
  public static Action of(Class<? extends DomainEvent> event) {
    return OF_EVENTS.entrySet().stream()
        .filter(known -> known.getKey().isAssignableFrom(event))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no action is known for " + event.getName()));
  }
}
