package org.mercat.domain.provider;

import java.util.Optional;

/**
 * What kind of seller a provider is, and whether it is also a tenant of a breeders' system outside
 * of the market (seed 002).
 *
 * @param link empty for one that is no tenant elsewhere, or has not said so yet
 */
public record Affiliation(ProviderType type, Optional<TenantLink> link) {

  /** Of a provider that has said nothing about it. */
  public static final Affiliation NONE =
      new Affiliation(ProviderType.SERVICE_PROVIDER, Optional.empty());

  /** What a provider offers: animals, services, or both of them. */
  public enum ProviderType {
    BREEDER,
    SERVICE_PROVIDER,
    BOTH
  }

  /**
   * The tenant that the provider says it is.
   *
   * @param id in the words of the system outside
   * @param verified whether somebody has seen that it is so
   */
  public record TenantLink(String id, boolean verified) {

    public static final int LONGEST = 100;

    public TenantLink {
      if (id.isBlank() || id.length() > LONGEST) {
        throw new IllegalArgumentException("no id of a tenant outside");
      }
    }
  }

  /** What the provider says next: only a link that stays the same stays verified. */
  Affiliation claimed(Affiliation next) {
    return new Affiliation(
        next.type,
        next.link.map(
            claim ->
                new TenantLink(
                    claim.id(),
                    link.filter(TenantLink::verified)
                        .filter(known -> known.id().equals(claim.id()))
                        .isPresent())));
  }

  Affiliation judged(boolean verified) {
    return new Affiliation(type, link.map(claim -> new TenantLink(claim.id(), verified)));
  }
}
