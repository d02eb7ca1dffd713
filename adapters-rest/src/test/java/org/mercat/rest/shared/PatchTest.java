package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.rest.shared.Bodies.json;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatchTest {

  @Test
  void what_is_not_named_stays_and_null_takes_away() {
    var patch = Patch.of(json("{'note':null,'count':3}"));
    var title = patch.text("title", 1, 80);
    var note = patch.optionalText("note", 1, 80);
    var count = patch.number("count", 1, 9);

    var parsed =
        patch.into(
            () ->
                List.of(
                    title.get().over("as it was"),
                    note.get().overOptional(Optional.of("a note")),
                    count.get().over(1)));

    assertThat(parsed).isEqualTo(new Parsed.Valid<>(List.of("as it was", Optional.empty(), 3)));
  }

  @Test
  void what_is_required_cannot_be_taken_away() {
    var patch = Patch.of(json("{'title':null,'colour':'red'}"));
    var title = patch.text("title", 1, 80);

    assertThat(patch.into(title).toString())
        .contains("pointer=/title, code=REQUIRED")
        .contains("pointer=/colour, code=UNKNOWN_MEMBER");
    assertThatThrownBy(() -> title.get().over("as it was"))
        .isInstanceOf(IllegalStateException.class);
  }
}
