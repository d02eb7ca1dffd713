package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleGrants.FROM;
import static org.mercat.application.identity.port.SampleIssuers.ISSUER;

import java.net.URI;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.OidcIssuers.Addition;
import org.mercat.application.identity.port.OidcIssuers.Link;
import org.mercat.application.identity.port.OidcIssuers.Use;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.UserId;

/** What every adapter of {@link OidcIssuers} promises. */
public interface OidcIssuersContract {

  OidcIssuers issuers();

  UnitOfWork unitOfWork();

  /** Somebody who has an account. */
  UserId anyUser();

  @Test
  default void finds_what_was_added_by_its_name() {
    var issuer = added(ISSUER);

    assertThat(in(() -> issuers().find(ISSUER))).contains(issuer);
    assertThat(in(() -> issuers().find(ISSUER + "/"))).isEmpty();
  }

  @Test
  default void lists_all_by_name() {
    var second = added("https://second.example.org");
    var first = added("https://first.example.org");

    assertThat(in(() -> issuers().all())).containsExactly(first, second);
  }

  @Test
  default void a_name_is_trusted_once() {
    var issuer = added(ISSUER);

    var again = in(() -> issuers().add(SampleIssuers.issuer(issuers().nextId())));

    assertThat(again).isEqualTo(Addition.TRUSTED_ALREADY);
    assertThat(in(() -> issuers().all())).containsExactly(issuer);
  }

  @Test
  default void what_was_removed_is_gone_and_its_links_stay() {
    var issuer = added(ISSUER);
    var user = anyUser();
    assertThat(in(() -> issuers().link(ISSUER, "subject", user))).isEqualTo(Link.LINKED);

    assertThat(in(() -> issuers().remove(issuer.id()))).isTrue();
    assertThat(in(() -> issuers().remove(issuer.id()))).isFalse();

    assertThat(in(() -> issuers().find(ISSUER))).isEmpty();
    assertThat(in(() -> issuers().linked(ISSUER, "subject"))).contains(user);
  }

  @Test
  default void a_subject_is_one_person_only() {
    var user = anyUser();
    var other = anyUser();

    assertThat(in(() -> issuers().link(ISSUER, "subject", user))).isEqualTo(Link.LINKED);
    assertThat(in(() -> issuers().link(ISSUER, "subject", other))).isEqualTo(Link.TAKEN);
    assertThat(in(() -> issuers().link(ISSUER, "other", user))).isEqualTo(Link.LINKED);
    assertThat(in(() -> issuers().link("https://elsewhere.example.org", "subject", other)))
        .isEqualTo(Link.LINKED);

    assertThat(in(() -> issuers().linked(ISSUER, "subject"))).contains(user);
    assertThat(in(() -> issuers().linked(ISSUER, "nobody"))).isEmpty();
  }

  @Test
  default void a_token_is_used_once() {
    var digest = "a".repeat(64);
    var until = FROM.plusSeconds(60);

    assertThat(in(() -> issuers().use(digest, until, FROM))).isEqualTo(Use.FIRST);
    assertThat(in(() -> issuers().use(digest, until, FROM))).isEqualTo(Use.AGAIN);
    assertThat(in(() -> issuers().use("b".repeat(64), until, FROM))).isEqualTo(Use.FIRST);
    assertThat(in(() -> issuers().use(digest, until, until.minusSeconds(1)))).isEqualTo(Use.AGAIN);
  }

  @Test
  default void a_token_that_does_not_hold_any_more_is_forgotten() {
    var digest = "c".repeat(64);
    var until = FROM.plusSeconds(60);

    assertThat(in(() -> issuers().use(digest, until, FROM))).isEqualTo(Use.FIRST);
    assertThat(in(() -> issuers().use(digest, until.plusSeconds(60), until))).isEqualTo(Use.FIRST);
  }

  private OidcIssuer added(String name) {
    var keys = URI.create(name + "/keys");
    var issuer = SampleIssuers.issuer(issuers().nextId(), name, keys, false);
    assertThat(in(() -> issuers().add(issuer))).isEqualTo(Addition.ADDED);
    return issuer;
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
