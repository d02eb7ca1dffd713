package org.mercat.domain.provider;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider.Transition.Done;
import org.mercat.domain.provider.Provider.Transition.Refused;
import org.mercat.domain.provider.ProviderEvent.ProviderLinkJudged;
import org.mercat.domain.provider.ProviderEvent.ProviderPayabilityChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderProfileChanged;
import org.mercat.domain.provider.ProviderEvent.ProviderRegistered;
import org.mercat.domain.provider.ProviderEvent.ProviderRejected;
import org.mercat.domain.provider.ProviderEvent.ProviderVerified;
import org.mercat.domain.provider.Verification.InReview;
import org.mercat.domain.provider.Verification.Pending;
import org.mercat.domain.provider.Verification.Rejected;
import org.mercat.domain.provider.Verification.Verified;
import org.mercat.domain.shared.Slug;

/**
 * Somebody who offers services. Immutable: every command returns the next provider, or why not.
 *
 * @param slug made at registration; stays when the business is renamed
 * @param payable whether the payment gateway can pay it out
 */
public record Provider(
    ProviderId id,
    UserId owner,
    Slug slug,
    Profile profile,
    Verification verification,
    Standing standing,
    boolean payable,
    Instant registeredAt,
    long version) {

  /** What a command makes of a provider. */
  public sealed interface Transition {
    record Done(Provider provider, ProviderEvent event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command changes nothing. */
  public enum Refusal {
    /** It is what the command would make of it. */
    ALREADY_SO,
    /** The provider does not say that it is a tenant elsewhere. */
    NO_LINK,
    DELETED
  }

  public static Done register(ProviderId id, UserId owner, Profile profile, Instant now) {
    var slug = Slug.of(profile.businessName(), "provider");
    var provider =
        new Provider(id, owner, slug, profile, new Pending(now), Standing.PENDING, false, now, 0);
    return new Done(provider, new ProviderRegistered(id, owner, now));
  }

  /** This provider under a slug that nobody else has. */
  public Provider underOwnSlug() {
    return new Provider(
        id,
        owner,
        slug.withEndOf(id.value()),
        profile,
        verification,
        standing,
        payable,
        registeredAt,
        version);
  }

  /** The market trusts the provider, which from now on takes part. */
  public Transition verify(Instant now) {
    if (standing == Standing.DELETED) {
      return new Refused(Refusal.DELETED);
    }
    return switch (verification) {
      case Pending _, InReview _, Rejected _ ->
          new Done(
              in(new Verified(now), standing == Standing.PENDING ? Standing.ACTIVE : standing),
              new ProviderVerified(id, now));
      case Verified _ -> new Refused(Refusal.ALREADY_SO);
    };
  }

  /** The market does not trust the provider, or no longer. */
  public Transition reject(Optional<String> reason, Instant now) {
    if (standing == Standing.DELETED) {
      return new Refused(Refusal.DELETED);
    }
    return switch (verification) {
      case Pending _, InReview _, Verified _ ->
          new Done(
              in(
                  new Rejected(reason, now),
                  standing == Standing.ACTIVE ? Standing.PENDING : standing),
              new ProviderRejected(id, reason, now));
      case Rejected _ -> new Refused(Refusal.ALREADY_SO);
    };
  }

  /** The provider says something else about itself. One that was rejected asks again by it. */
  public Transition change(Profile next, Instant now) {
    if (standing == Standing.DELETED) {
      return new Refused(Refusal.DELETED);
    }
    var judged =
        switch (verification) {
          case Rejected _ -> new InReview(now);
          case Pending _, InReview _, Verified _ -> verification;
        };
    var said = next.with(profile.affiliation().claimed(next.affiliation()));
    var changed =
        new Provider(id, owner, slug, said, judged, standing, payable, registeredAt, version);
    return new Done(changed, new ProviderProfileChanged(id, now));
  }

  /** The market has seen whether the provider is the tenant outside that it says it is. */
  public Transition judgeLink(boolean verified, Instant now) {
    if (standing == Standing.DELETED) {
      return new Refused(Refusal.DELETED);
    }
    var link = profile.affiliation().link();
    if (link.isEmpty() || link.get().verified() == verified) {
      return new Refused(link.isEmpty() ? Refusal.NO_LINK : Refusal.ALREADY_SO);
    }
    var said = profile.with(profile.affiliation().judged(verified));
    return new Done(
        new Provider(id, owner, slug, said, verification, standing, payable, registeredAt, version),
        new ProviderLinkJudged(id, verified, now));
  }

  /** What the payment gateway says now. */
  public Transition recordPayability(boolean nowPayable, Instant now) {
    if (nowPayable == payable) {
      return new Refused(Refusal.ALREADY_SO);
    }
    var changed =
        new Provider(
            id, owner, slug, profile, verification, standing, nowPayable, registeredAt, version);
    return new Done(changed, new ProviderPayabilityChanged(id, nowPayable, now));
  }

  /** Whether what it offers may be seen and booked. */
  public boolean mayOffer() {
    return verification instanceof Verified && standing == Standing.ACTIVE;
  }

  /** Why the market does not trust the provider, when it said so. */
  public Optional<String> rejection() {
    return verification instanceof Rejected(var reason, _) ? reason : Optional.empty();
  }

  private Provider in(Verification judged, Standing next) {
    return new Provider(id, owner, slug, profile, judged, next, payable, registeredAt, version);
  }
}
