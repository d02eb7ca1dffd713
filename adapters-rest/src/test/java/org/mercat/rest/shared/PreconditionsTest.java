package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
  void the_version_that_was_read_passes(String tags) {
    assertThatCode(() -> Preconditions.require(headers(tags), 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", ""})
  void any_other_is_stale(String tags) {
    assertThat(refusal(() -> Preconditions.require(headers(tags), 7))).isEqualTo(412);
    assertThat(refusal(() -> Preconditions.honour(headers(tags), 7))).isEqualTo(412);
  }

  @Test
  void a_change_needs_a_version_but_not_everything_does() {
    assertThat(refusal(() -> Preconditions.require(headers(null), 7))).isEqualTo(428);
    assertThatCode(() -> Preconditions.honour(headers(null), 7)).doesNotThrowAnyException();
  }

  private static int refusal(Runnable check) {
    return catchThrowableOfType(ProblemException.class, check::run).getResponse().getStatus();
  }

  private static HttpHeaders headers(@Nullable String tags) {
    var headers = mock(HttpHeaders.class);
    when(headers.getHeaderString(HttpHeaders.IF_MATCH)).thenReturn(tags);
    return headers;
  }
}
