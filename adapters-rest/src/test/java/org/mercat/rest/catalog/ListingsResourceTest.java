package org.mercat.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.rest.catalog.MemoryMarket.ADMIN;
import static org.mercat.rest.catalog.MemoryMarket.CLIENT;
import static org.mercat.rest.catalog.MemoryMarket.WALK;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.ifMatch;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.query;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.NobodySignedIn;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;

class ListingsResourceTest {

  private static final SecurityContext NOBODY = new NobodySignedIn();

  private final MemoryMarket market = new MemoryMarket();
  private final ListingsResource resource = market.listingsResource;
  private final SignedIn vendor = market.registered();

  @Test
  void a_new_listing_is_201_with_the_whole_draft() {
    var answer = create(WALK, vendor);

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("0"));
    var whole = body(answer.getEntity());
    assertThat(answer.getLocation())
        .hasToString("/api/v1/listings/" + whole.path("id").textValue());
    assertThat(whole)
        .isEqualTo(
            json(
                """
                {'id': '%s', 'slug': 'dog-walking', 'status': 'draft', 'provider': '%s',
                 'title': 'Dog walking', 'description': 'Around the block.',
                 'category': 'other', 'pricingType': 'hourly',
                 'price': {'amount': 3750, 'currency': 'CAD'}, 'durationMinutes': 60,
                 'slotStepMinutes': 30, 'bufferBeforeMinutes': 0, 'bufferAfterMinutes': 0,
                 'locationType': 'on_site', 'paymentFlow': 'capture_hold',
                 'createdAt': '2026-11-15T14:00:00Z'}
                """
                    .formatted(whole.path("id").textValue(), whole.path("provider").textValue())));
  }

  @Test
  void the_step_is_the_length_unless_it_is_said() {
    var whole = body(create(WALK.replace("'slotStepMinutes': 30,", ""), vendor).getEntity());

    assertThat(whole.path("slotStepMinutes").intValue()).isEqualTo(60);
  }

  @Test
  void only_a_registered_provider_has_listings() {
    assertThat(problem(create(WALK, CLIENT))).isEqualTo("FORBIDDEN");
    assertThat(problem(create(WALK, SignedIn.as(Role.PROVIDER)))).isEqualTo("WRONG_STATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'category': 'other' | 'category': 'plumbing' | /category OUT_OF_RANGE",
        "'amount': 3750 | 'amount': 0 | /price/amount OUT_OF_RANGE",
        "'amount': 3750 | 'amount': -1 | /price/amount OUT_OF_RANGE",
        "'currency': 'CAD' | 'currency': 'dollar' | /price/currency MALFORMED",
        "'durationMinutes': 60 | 'durationMinutes': 4 | /durationMinutes OUT_OF_RANGE",
        "'durationMinutes': 60 | 'durationMinutes': '60' | /durationMinutes MALFORMED",
        "on_site'} | on_site', 'lat': 43.6} | /lon REQUIRED",
        "on_site'} | on_site', 'paymentFlow': 'manual'} | /paymentFlow OUT_OF_RANGE",
        "'title': 'Dog walking' | 'name': 'x' | /title REQUIRED /name UNKNOWN_MEMBER"
      })
  void a_wrong_member_is_named(String right, String wrong, String violation) {
    assertThat(problem(create(WALK.replace(right, wrong), vendor)))
        .isEqualTo("UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void what_is_agreed_on_later_may_cost_nothing_yet() {
    var sent = WALK.replace("hourly", "quote").replace("3750", "0");

    assertThat(create(sent, vendor).getStatus()).isEqualTo(201);
  }

  @Test
  void a_draft_is_seen_by_its_owner_and_administrators_alone() {
    assertThat(create(WALK, vendor).getStatus()).isEqualTo(201);

    assertThat(find("dog-walking", vendor).getStatus()).isEqualTo(200);
    assertThat(find("dog-walking", ADMIN).getStatus()).isEqualTo(200);
    assertThat(problem(find("dog-walking", NOBODY))).isEqualTo("NOT_FOUND");
    assertThat(problem(find("dog-walking", CLIENT))).isEqualTo("NOT_FOUND");
    assertThat(problem(find("Not a slug", vendor))).isEqualTo("NOT_FOUND");
  }

  @Test
  void publishing_needs_verification() {
    assertThat(create(WALK, vendor).getStatus()).isEqualTo(201);
    assertThat(problem(publish("dog-walking", vendor))).isEqualTo("VERIFICATION_REQUIRED");

    market.verify(vendor);
    var published = publish("dog-walking", vendor);

    assertThat(published.getStatus()).isEqualTo(200);
    var whole = body(published.getEntity());
    assertThat(whole.path("status").textValue()).isEqualTo("active");
    assertThat(whole.has("publishedAt")).isTrue();
    assertThat(find(whole.path("id").textValue(), NOBODY).getStatus()).isEqualTo(200);
    assertThat(problem(publish("dog-walking", vendor))).isEqualTo("WRONG_STATE");
    assertThat(problem(publish("dog-walking", market.verified()))).isEqualTo("NOT_FOUND");
  }

  @Test
  void publishing_takes_a_verified_address_where_the_tenant_wants_one() {
    assertThat(create(WALK, vendor).getStatus()).isEqualTo(201);
    market.verify(vendor);
    market.verification.want(true);

    assertThat(problem(publish("dog-walking", vendor))).isEqualTo("VERIFICATION_REQUIRED");
  }

  @Test
  void an_action_takes_no_members() {
    market.verify(vendor);
    var slug = market.published(vendor);

    assertThat(problem(resource.pause(slug, json("{'for': 'a while'}"), plain(), vendor)))
        .isEqualTo("UNACCEPTABLE_REQUEST /for UNKNOWN_MEMBER");
    assertThat(resource.pause(slug, json("{}"), plain(), vendor).getStatus()).isEqualTo(200);
  }

  @Test
  void a_paused_listing_is_hidden() {
    market.verify(vendor);
    var slug = market.published(vendor);

    var paused = answered(() -> resource.pause(slug, null, plain(), vendor));

    assertThat(body(paused.getEntity()).path("status").textValue()).isEqualTo("paused");
    assertThat(body(paused.getEntity()).has("pausedAt")).isTrue();
    assertThat(problem(find(slug, NOBODY))).isEqualTo("NOT_FOUND");
    assertThat(problem(answered(() -> resource.pause(slug, null, plain(), vendor))))
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void a_patch_changes_what_it_names() {
    assertThat(create(WALK, vendor).getStatus()).isEqualTo(201);

    var answer = patch("{'title': 'Cat walking', 'lat': 43.6, 'lon': -79.4}", ifMatch(0));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("1"));
    var changed = body(answer.getEntity());
    assertThat(changed.path("title").textValue()).isEqualTo("Cat walking");
    assertThat(changed.path("slug").textValue()).isEqualTo("dog-walking");
    assertThat(changed.path("price").path("amount").intValue()).isEqualTo(3750);
    assertThat(changed.path("lat").doubleValue()).isEqualTo(43.6);
  }

  @Test
  void a_patch_needs_the_version_it_was_made_from() {
    assertThat(problem(patch("{}", ifMatch(0)))).isEqualTo("NOT_FOUND");
    assertThat(create(WALK, vendor).getStatus()).isEqualTo(201);

    assertThat(problem(patch("{}", noHeaders()))).isEqualTo("IF_MATCH_MISSING");
    assertThat(problem(patch("{}", ifMatch(3)))).isEqualTo("STALE");
    assertThat(problem(patch("{'price': null}", ifMatch(0))))
        .isEqualTo("UNACCEPTABLE_REQUEST /price REQUIRED");
  }

  @Test
  void a_deleted_listing_is_gone() {
    assertThat(create(WALK, vendor).getStatus()).isEqualTo(201);

    assertThat(problem(delete(ifMatch(3)))).isEqualTo("STALE");
    assertThat(delete(noHeaders()).getStatus()).isEqualTo(204);
    assertThat(problem(find("dog-walking", vendor))).isEqualTo("NOT_FOUND");
    assertThat(problem(delete(noHeaders()))).isEqualTo("NOT_FOUND");
  }

  @Test
  void everybody_browses_what_is_published() {
    market.verify(vendor);
    assertThat(create(WALK, vendor).getStatus()).isEqualTo(201);
    var slug = market.published(vendor);

    assertThat(slugs(resource.browse(plain()))).containsExactly(slug);
    assertThat(slugs(resource.browse(query("category=vet")))).isEmpty();
    assertThatThrownBy(() -> resource.browse(query("sort=price")))
        .isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void a_search_finds_by_words_category_and_place() {
    market.verify(vendor);
    var slug = market.published(vendor);

    assertThat(search("q=WALKING dog")).containsExactly(slug);
    assertThat(search("q=cat")).isEmpty();
    assertThat(search("category=other&lat=43.65&lon=-79.38&radiusMetres=5000"))
        .containsExactly(slug);
    assertThat(search("lat=45.50&lon=-73.57")).isEmpty();
  }

  @Test
  void a_search_goes_on_page_by_page() {
    market.verify(vendor);
    var first = market.published(vendor);
    var second = market.published(vendor);

    var page = market.searchResource.search(query("limit=1"));
    assertThat(slugs(page)).containsExactly(second);
    var next = market.searchResource.search(query("limit=1&cursor=" + page.nextCursor().get()));

    assertThat(slugs(next)).containsExactly(first);
    assertThat(next.nextCursor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lat=43.65",
        "radiusMetres=5000",
        "lat=91&lon=0",
        "lat=1&lon=1&radiusMetres=0",
        "category=plumbing",
        "limit=101",
        "near=me"
      })
  void a_search_that_cannot_be_read_is_refused(String query) {
    assertThatThrownBy(() -> market.searchResource.search(query(query)))
        .isInstanceOf(UnreadableRequest.class);
  }

  private Response create(String sent, SecurityContext caller) {
    return resource.create(json(sent), plain(), caller);
  }

  private Response find(String listing, SecurityContext caller) {
    return answered(() -> resource.find(listing, plain(), caller));
  }

  private Response publish(String listing, SecurityContext caller) {
    return answered(() -> resource.publish(listing, null, plain(), caller));
  }

  private Response patch(String sent, HttpHeaders headers) {
    return answered(() -> resource.change("dog-walking", json(sent), plain(), headers, vendor));
  }

  private Response delete(HttpHeaders headers) {
    return answered(() -> resource.delete("dog-walking", plain(), headers, vendor));
  }

  private List<String> search(String query) {
    return slugs(market.searchResource.search(query(query)));
  }

  private static List<String> slugs(Listed<ListingView> listed) {
    return listed.items().stream().map(ListingView::slug).toList();
  }
}
