package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void they_sort_by_the_order_in_which_they_were_made() {
    var ids = Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void an_id_tells_when_it_was_made() {
    var id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    assertThat(Ids.time(id)).isEqualTo(Instant.ofEpochMilli(0x0189_0a5d_ac96L));
  }

  @Test
  void an_id_of_another_kind_does_not() {
    var id = UUID.randomUUID();

    assertThatThrownBy(() -> Ids.time(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_database_reads_the_same_time() throws Exception {
    var id = Ids.next();
    try (var connection = TestDatabase.application().getConnection();
        var query = connection.prepareStatement("select uuid_time(?) = ?::timestamptz")) {
      query.setObject(1, id);
      query.setString(2, Ids.time(id).toString());
      try (var rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getBoolean(1)).isTrue();
      }
    }
  }
}
