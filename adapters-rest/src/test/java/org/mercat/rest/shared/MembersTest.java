package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.rest.shared.Bodies.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.shared.Money;
import org.mercat.rest.shared.Violation.Code;

class MembersTest {

  private static final String ID = "0193f0c4-2a11-7c3e-9b1a-0c5d3e2f1a00";

  @Test
  void members_that_are_right_make_the_value() {
    var body =
        "{'title':' Dog walk ','id':'%s','count':3,'lat':43.65,'ready':true,'kind':'fixed'}"
            .formatted(ID);

    var parsed =
        reading(
            body,
            members -> {
              var title = members.text("title", 1, 80);
              var id = members.id("id");
              var count = members.number("count", 1, 9);
              var lat = members.decimal("lat", -90, 90);
              var ready = members.flag("ready");
              var kind = members.word("kind", Map.of("fixed", 1, "hourly", 2));
              return () ->
                  List.of(title.get(), id.get(), count.get(), lat.get(), ready.get(), kind.get());
            });

    assertThat(parsed)
        .isEqualTo(
            new Parsed.Valid<>(
                List.of("Dog walk", UUID.fromString(ID), 3, new BigDecimal("43.65"), true, 1)));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    var body = "{'title':'','id':'1-1-1-1-1','count':3.5,'lat':91,'ready':'yes','more/~':1}";

    var parsed =
        reading(
            body,
            members -> {
              var all =
                  List.of(
                      members.text("title", 1, 80),
                      members.id("id"),
                      members.number("count", 1, 9),
                      members.decimal("lat", -90, 90),
                      members.flag("ready"),
                      members.instant("at"));
              return () -> all.stream().map(Supplier::get).toList();
            });

    assertThat(violations(parsed))
        .containsExactly(
            "/title OUT_OF_RANGE",
            "/id MALFORMED",
            "/count MALFORMED",
            "/lat OUT_OF_RANGE",
            "/ready MALFORMED",
            "/at REQUIRED",
            "/more~1~0 UNKNOWN_MEMBER");
  }

  @Test
  void an_optional_member_may_be_missing_or_null() {
    var parsed =
        reading(
            "{'note':null}",
            members -> {
              var note = members.optionalText("note", 1, 80);
              var count = members.optionalNumber("count", 1, 9);
              return () -> List.of(note.get(), count.get());
            });

    assertThat(parsed).isEqualTo(new Parsed.Valid<>(List.of(Optional.empty(), Optional.empty())));
  }

  @Test
  void a_required_member_that_is_null_is_missing() {
    assertThat(violations(reading("{'at':null}", members -> members.instant("at"))))
        .containsExactly("/at REQUIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "9, OUT_OF_RANGE",
    "-1, OUT_OF_RANGE",
    "99999999999999999999, OUT_OF_RANGE",
    "1.0, MALFORMED",
    "'\"1\"', MALFORMED",
    "[], MALFORMED",
    "true, MALFORMED"
  })
  void a_number_is_whole_and_in_its_range(String value, Code code) {
    assertThat(violations(reading("{'n':" + value + "}", members -> members.number("n", 0, 8))))
        .containsExactly("/n " + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "\\ud800"})
  void a_text_has_no_character_that_cannot_be_stored(String text) {
    assertThat(violations(reading("{'t':'" + text + "'}", members -> members.text("t", 1, 9))))
        .containsExactly("/t MALFORMED");
  }

  @Test
  void the_length_of_a_text_counts_in_code_points() {
    assertThat(reading("{'t':'\\ud83d\\udc36'}", members -> members.text("t", 1, 1)))
        .isEqualTo(new Parsed.Valid<>("\uD83D\uDC36"));
  }

  @Test
  void a_secret_keeps_its_white_space() {
    assertThat(reading("{'t':' a '}", members -> members.secret("t", 3, 3)))
        .isEqualTo(new Parsed.Valid<>(" a "));
  }

  @Test
  void what_a_type_of_the_domain_does_not_read_is_malformed() {
    var body = "{'zone':'Atlantis/North'}";

    assertThat(violations(reading(body, members -> members.read("zone", ZoneId::of, "is no zone"))))
        .containsExactly("/zone MALFORMED");
  }

  @Test
  void an_instant_has_an_offset() {
    assertThat(reading("{'at':'2026-11-01T01:30:00-04:00'}", members -> members.instant("at")))
        .isEqualTo(new Parsed.Valid<>(Instant.parse("2026-11-01T05:30:00Z")));
    assertThat(violations(reading("{'at':'2026-11-01T01:30'}", members -> members.instant("at"))))
        .containsExactly("/at MALFORMED");
  }

  @Test
  void money_is_an_amount_and_a_currency() {
    assertThat(
            reading(
                "{'price':{'amount':8475,'currency':'CAD'}}", members -> members.money("price")))
        .isEqualTo(new Parsed.Valid<>(Money.of(8475, "CAD")));
    assertThat(
            violations(
                reading(
                    "{'price':{'amount':-1,'currency':'XY','cents':1}}",
                    members -> members.money("price"))))
        .containsExactly(
            "/price/amount OUT_OF_RANGE",
            "/price/currency MALFORMED",
            "/price/cents UNKNOWN_MEMBER");
  }

  @Test
  void a_list_is_told_item_by_item() {
    var body = "{'hours':[{'day':'monday'},{'day':'mon','x':1},7]}";
    Function<Members, Supplier<Integer>> hours =
        item -> item.word("day", Map.of("monday", 1, "tuesday", 2));

    assertThat(violations(reading(body, members -> members.list("hours", 9, hours))))
        .containsExactly(
            "/hours/1/day OUT_OF_RANGE", "/hours/1/x UNKNOWN_MEMBER", "/hours/2 MALFORMED");
    assertThat(violations(reading(body, members -> members.list("hours", 2, hours))))
        .containsExactly("/hours OUT_OF_RANGE");
  }

  @Test
  void an_object_within_is_told_with_the_rest() {
    assertThat(
            violations(
                reading(
                    "{'start':{'local':7,'zulu':1}}",
                    members -> members.object("start").text("local", 1, 9))))
        .containsExactly("/start/local MALFORMED", "/start/zulu UNKNOWN_MEMBER");
    assertThat(violations(reading("{}", members -> members.object("start").text("local", 1, 9))))
        .containsExactly("/start REQUIRED");
  }

  @Test
  void a_rule_about_a_value_is_a_violation_of_its_member() {
    assertThat(
            violations(
                reading(
                    "{'n':3}",
                    members ->
                        members
                            .number("n", 0, 8)
                            .check(n -> n % 2 == 0, Code.OUT_OF_RANGE, "is odd"))))
        .containsExactly("/n OUT_OF_RANGE");
  }

  @Test
  void a_body_that_is_no_object_is_malformed_as_a_whole() {
    assertThat(violations(reading("[1]", members -> members.id("id"))))
        .containsExactly(" MALFORMED");
  }

  @Test
  void a_body_that_is_not_there_cannot_be_read() {
    assertThatThrownBy(() -> Members.of(null)).isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void an_action_without_members_takes_no_body_or_an_empty_object() {
    assertThat(Members.none(null)).isInstanceOf(Parsed.Valid.class);
    assertThat(Members.none(json("{}"))).isInstanceOf(Parsed.Valid.class);
    assertThat(violations(Members.none(json("{'a':1}")))).containsExactly("/a UNKNOWN_MEMBER");
  }

  @Test
  void no_more_is_told_than_helps() {
    var body = new StringBuilder("{'n':1");
    for (var index = 0; index < 2 * Violations.MOST; index++) {
      body.append(",'x").append(index).append("':1");
    }

    assertThat(violations(reading(body.append('}').toString(), members -> members.flag("f"))))
        .hasSize(Violations.MOST);
  }

  @Test
  void a_value_that_is_not_valid_is_not_given_out() {
    var member = Members.of(json("{}")).flag("ready");

    assertThatThrownBy(member::get).isInstanceOf(IllegalStateException.class);
  }

  private static <T> Parsed<T> reading(String body, Function<Members, Supplier<T>> reader) {
    var members = Members.of(json(body));
    return members.into(reader.apply(members));
  }

  private static List<String> violations(Parsed<?> parsed) {
    return parsed instanceof Parsed.Invalid<?>(var violations)
        ? violations.stream().map(one -> one.pointer() + " " + one.code()).toList()
        : List.of();
  }
}
