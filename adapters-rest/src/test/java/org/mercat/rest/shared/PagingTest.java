package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;

class PagingTest {

  private static final UUID LAST = UUID.fromString("0193f0c4-2a11-7c3e-9b1a-0c5d3e2f1a00");

  @Test
  void a_list_starts_with_twenty() {
    assertThat(Paging.parse(uri(""))).isEqualTo(new PageRequest(20, Optional.empty()));
  }

  @Test
  void the_cursor_of_a_page_asks_for_the_next_one() {
    var cursor = Listed.of(new Page<>(List.of("a"), Optional.of(LAST))).nextCursor().orElseThrow();

    assertThat(Paging.parse(uri("limit=5&cursor=" + cursor)))
        .isEqualTo(new PageRequest(5, Optional.of(LAST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=ten",
        "limit=",
        "limit=1&limit=2",
        "cursor=AAAA",
        "cursor=*",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "page=2"
      })
  void anything_else_cannot_be_read(String query) {
    assertThatThrownBy(() -> Paging.parse(uri(query))).isInstanceOf(UnreadableRequest.class);
  }

  private static UriInfo uri(String query) {
    var parameters = new MultivaluedHashMap<String, String>();
    for (var pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      var parts = pair.split("=", 2);
      parameters.add(parts[0], parts[1]);
    }
    var uri = mock(UriInfo.class);
    when(uri.getQueryParameters()).thenReturn(parameters);
    return uri;
  }
}
