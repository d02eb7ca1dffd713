package org.mercat.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks for secrets has to find them. */
class LiveSecretsTest {

  private static final String TOKEN = "0fdsM2Q7zq1-Y_8lSxkXwA3bVnGuhR5e";
  private static final String BASE_32 = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

  private final LiveSecrets secrets = new LiveSecrets();

  @Test
  void a_secret_is_found_however_it_is_written() {
    secrets.add("token", TOKEN);
    var bytes = TOKEN.getBytes(UTF_8);
    var decoded = Base64.getUrlDecoder().decode(TOKEN);

    assertThat(secrets.search().in("(1," + TOKEN + ")")).containsExactly("token");
    assertThat(secrets.search().in("\\x" + HexFormat.of().formatHex(bytes)))
        .containsExactly("token");
    assertThat(secrets.search().in(Base64.getEncoder().encodeToString(bytes)))
        .containsExactly("token");
    assertThat(secrets.search().in("\\x" + HexFormat.of().formatHex(decoded)))
        .containsExactly("token");
    assertThat(secrets.search().in(decoded)).containsExactly("token");
    assertThat(secrets.search().in("(1," + TOKEN.substring(1) + ")")).isEmpty();
  }

  @Test
  void a_secret_of_base_32_is_found_decoded() {
    secrets.add("totp", BASE_32);

    assertThat(secrets.search().in("\\x48656c6c6f21deadbeef48656c6c6f21deadbeef"))
        .containsExactly("totp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(482915)", "code 482915.", "{\"code\":\"482915\"}"})
  void a_code_is_found_as_a_word(String text) {
    secrets.add("code", "482915");

    assertThat(secrets.search().in(text)).containsExactly("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20:52:45.482915+00", "48291504", "ab-482915-cd"})
  void a_code_within_something_else_is_none(String text) {
    secrets.add("code", "482915");

    assertThat(secrets.search().in(text)).isEmpty();
  }

  @Test
  void answers_tell_secrets_by_the_names_of_their_members() throws Exception {
    secrets.told(
        new ObjectMapper()
            .readTree(
                """
                {"id": "0190", "accessToken": "head.body.signature-of-it",
                 "items": [{"secret": "482915", "link": "https://example.org/x#token=%s"}],
                 "recoveryCodes": ["abcd-efgh-ijkl"], "prefix": "mk_abc"}
                """
                    .formatted(TOKEN)));

    assertThat(secrets.names())
        .containsExactlyInAnyOrder(
            "accessToken", "signature of accessToken", "secret", "link", "recoveryCodes");
    assertThat(secrets.search().in("abcd-efgh-ijkl " + TOKEN))
        .containsExactly("link", "recoveryCodes");
  }
}
