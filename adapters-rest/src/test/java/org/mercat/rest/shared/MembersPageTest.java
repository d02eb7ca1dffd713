package org.mercat.rest.shared;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * docs/security/members.md tells who is told which member and who sets it, from the contract;
 * {@code -Dmercat.docs.write=true} writes it.
 */
class MembersPageTest {

  private static final Path PAGE = Path.of("..", "docs", "security", "members.md");
  private static final JsonNode DOCUMENT = OpenApiDocument.whole().tree();

  /**
   * One thing that is told in several ways.
   *
   * @param readers by the name of a schema, the one with the fewest members first
   * @param change where the schema is of what somebody may change, as a JSON pointer
   */
  private record Thing(String name, Map<String, String> readers, String change, String changer) {}

  private static final List<Thing> THINGS =
      List.of(
          new Thing(
              "Account",
              inOrder(
                  "Person", "the person, a provider joined by a booking, administrators",
                  "OwnAccount", "the person, administrators",
                  "Account", "administrators"),
              "/paths/~1users~1me/patch/requestBody/content/application~1merge-patch+json/schema",
              "the person"),
          new Thing(
              "Provider",
              inOrder(
                  "Provider", "everybody",
                  "OwnProvider", "its owner, administrators"),
              "/components/schemas/ProviderPatch",
              "its owner"),
          new Thing(
              "Listing",
              inOrder("Listing", "everybody once it is active, before that its owner"),
              "/components/schemas/ListingPatch",
              "its owner"),
          new Thing(
              "TenantSettings",
              inOrder("TenantSettings", "administrators"),
              "/components/schemas/TenantSettingsPatch",
              "administrators"),
          new Thing(
              "Tenant",
              inOrder("Tenant", "the operator's administrators"),
              "/components/schemas/TenantPatch",
              "the operator's administrators"));

  @Test
  void the_page_tells_who_is_told_which_member_and_who_sets_it() throws IOException {
    if (Boolean.getBoolean("mercat.docs.write")) {
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE).hasContent(page());
  }

  @Test
  void what_more_is_told_to_somebody_is_told_nobody_else() {
    assertThat(rows(THINGS.getFirst()))
        .contains(
            "| `phone` | the person, a provider joined by a booking, administrators | the person |")
        .contains("| `email` | the person, administrators | |")
        .contains("| `reason` | administrators | |");
    assertThat(rows(THINGS.get(1)))
        .contains("| `postalCode` | its owner, administrators | its owner |")
        .contains("| `rejectionReason` | its owner, administrators | |");
  }

  @Test
  void every_member_that_somebody_may_change_is_told_to_somebody() {
    for (var thing : THINGS) {
      var told = new LinkedHashSet<String>();
      thing.readers().keySet().forEach(schema -> told.addAll(membersOf(schema)));

      assertThat(told).as(thing.name()).containsAll(members(DOCUMENT.at(thing.change())));
    }
  }

  private static String page() {
    return """
        # Members

        Who is told which member of a thing, and who sets it by changing the thing (an empty cell:
        nobody does, or an operation of its own sets it: [permissions](../permissions.md)). A body
        with a member that is not in its schema is refused whole. What is not listed here is told
        whole to whoever may ask for it.

        %s
        ## What depends on more than who asks

        | Member | Rule | Proof |
        |---|---|---|
        | the name and telephone of a client | told to a provider once a booking joins the two, and to no other | `JoinedPersonsContract`, `AccountIT` |
        | a booking, with its address and money | told to its client and its provider, whole and alike, and to administrators | `AccessMatrixIT`, `BookingReadModelContract` |
        | `heldUntil` of a booking | told while it awaits its payment | `BookingsResourceTest` |
        | a listing that is not active | told to its owner and administrators | `ListingsResourceTest` |
        | a review that is not published | told to nobody but administrators | `ReviewsContract` |
        | `price` of a booking | comes from the listing and cannot be sent | `PlaceBookingTest` |
        | `role` of somebody who registers | client or provider; an administrator is never made so | `RegisterUserTest` |
        | `roles`, `grants`, `denials` | set by administrators, never on themselves; those of an administrator by a super administrator | `ChangeRightsTest`, `PermissionsIT` |
        | `secret` of a key of a program | told once, to whoever makes or rotates it | `ApiKeyUseCasesTest` |
        | `status` of an account, `verification` of a provider | set by administrators, where the state allows it | `UserAccountTransitionsTest`, `ProviderTransitionsTest` |
        | `email` | set by the person, who shows first to have it | `VerifyEmailTest` |
        | `phoneVerified` | set by a code that was sent there; another `phone` is not verified | `VerifyPhoneTest` |

        This page is generated: `./mvnw test -pl adapters-rest -am -Dmercat.docs.write=true`.
        """
        .formatted(THINGS.stream().map(MembersPageTest::section).collect(joining("\n")));
  }

  private static String section(Thing thing) {
    return """
        ## %s

        | Member | Told to | Set by |
        |---|---|---|
        %s
        """
        .formatted(thing.name(), String.join("\n", rows(thing)));
  }

  private static List<String> rows(Thing thing) {
    var changed = members(DOCUMENT.at(thing.change()));
    var toldTo = new LinkedHashMap<String, String>();
    thing
        .readers()
        .forEach(
            (schema, readers) ->
                membersOf(schema).forEach(member -> toldTo.putIfAbsent(member, readers)));
    assertThat(toldTo).as(thing.name()).isNotEmpty();
    return toldTo.entrySet().stream()
        .map(
            told ->
                "| `%s` | %s | %s|"
                    .formatted(
                        told.getKey(),
                        told.getValue(),
                        changed.contains(told.getKey()) ? thing.changer() + " " : ""))
        .toList();
  }

  private static Set<String> membersOf(String schema) {
    return members(DOCUMENT.at("/components/schemas").path(schema));
  }

  private static Set<String> members(JsonNode schema) {
    var reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      return members(DOCUMENT.at(reference.substring(1)));
    }
    var members = new LinkedHashSet<String>();
    schema.path("allOf").forEach(part -> members.addAll(members(part)));
    schema.path("properties").fieldNames().forEachRemaining(members::add);
    return members;
  }

  private static Map<String, String> inOrder(String... schemasAndReaders) {
    var readers = new LinkedHashMap<String, String>();
    for (var i = 0; i < schemasAndReaders.length; i += 2) {
      readers.put(schemasAndReaders[i], schemasAndReaders[i + 1]);
    }
    return readers;
  }
}
