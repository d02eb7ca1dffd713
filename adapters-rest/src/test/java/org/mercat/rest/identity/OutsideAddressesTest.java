package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressesTest {

  private final OutsideAddresses addresses = new OutsideAddresses(false);
  private final OutsideAddresses withThisMachine = new OutsideAddresses(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.org/realms/market",
        "https://id.example.org:8443/keys?version=1",
        "https://8.8.8.8/keys",
        "https://[2606:4700::1111]/keys",
      })
  void what_is_on_the_public_internet_over_tls_may_be_asked(String text) {
    assertThat(addresses.read(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "/keys",
        "http://id.example.org/keys",
        "ftp://id.example.org/keys",
        "file:///etc/passwd",
        "jar:https://id.example.org/a.jar!/keys",
        "https:///keys",
        "https://ada:secret@id.example.org/keys",
        "https://id.example.org/keys#one",
        "https://127.0.0.1/keys",
        "https://2130706433/keys",
        "https://0x7f.1/keys",
        "https://127.1/keys",
        "https://[::1]/keys",
        "https://[::ffff:10.0.0.1]/keys",
        "https://[fe80::1%25eth0]/keys",
        "https://169.254.169.254/latest/meta-data",
        "http://localhost:8180/keys",
      })
  void nothing_else_may(String text) {
    assertThatThrownBy(() -> addresses.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_address_of_500_characters_is_read_and_no_longer_one() {
    var text = "https://id.example.org/" + "x".repeat(500 - 23);

    assertThat(addresses.read(text)).hasToString(text);
    assertThatThrownBy(() -> addresses.read(text + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8180/keys", "http://127.0.0.1/keys", "http://[::1]:8180/keys"})
  void this_machine_may_be_asked_without_tls_where_that_is_set(String text) throws IOException {
    assertThat(withThisMachine.read(text)).hasToString(text);
    withThisMachine.checkHost(URI.create(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://id.example.org/keys", "http://10.0.0.1/keys", "https://10.0.0.1/"})
  void nothing_but_this_machine_may_where_that_is_set(String text) {
    assertThatThrownBy(() -> withThisMachine.read(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_a_name_stands_for_is_looked_at() {
    assertThatThrownBy(() -> addresses.checkHost(URI.create("https://localhost/keys")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("public internet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.255.255.255",
        "100.64.0.1",
        "127.0.0.53",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.19.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
      })
  void addresses_of_special_purposes_are_not_public(String text) {
    assertThat(OutsideAddresses.isPublic(InetAddress.ofLiteral(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "192.0.1.1", "223.255.255.255", "2a00::1"})
  void their_neighbours_are(String text) {
    assertThat(OutsideAddresses.isPublic(InetAddress.ofLiteral(text))).isTrue();
  }
}
