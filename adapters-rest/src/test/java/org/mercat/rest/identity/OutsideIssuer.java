package org.mercat.rest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.SampleIssuers;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuerId;

/** An issuer that shows its keys over HTTP on this machine, as a Keycloak realm does. */
public final class OutsideIssuer implements AutoCloseable {

  /** Keys take a second to make, so the issuers take turns with these. */
  private static final List<RSAKey> KEYS = Stream.generate(() -> newKey(2_048)).limit(4).toList();

  private static final AtomicInteger TURN = new AtomicInteger();

  private final AtomicInteger fetched = new AtomicInteger();
  private final HttpServer server;
  private volatile RSAKey key = next();

  public OutsideIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    show("/keys", this::shown);
    show("/nonsense", () -> "nonsense");
    show("/endless", () -> shown() + " ".repeat(70_000));
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/keys");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/silent",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
        });
    server.start();
  }

  /** Shows another key in the place of the one that signed until now. */
  void rotate() {
    key = next();
  }

  /** Shows and uses a key that is too small from now on. */
  void weaken() {
    key = newKey(1_024);
  }

  String shown() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  RSAKey key() {
    return key;
  }

  private void show(String path, Supplier<String> text) {
    server.createContext(
        path,
        exchange -> {
          var _ = fetched.incrementAndGet();
          var bytes = text.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  public String name() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int fetched() {
    return fetched.get();
  }

  OidcIssuer trusted() {
    return trustedBy("/keys");
  }

  /** The same with its keys at another path. */
  OidcIssuer trustedBy(String path) {
    var id = new OidcIssuerId(UUID.randomUUID());
    return SampleIssuers.issuer(id, name(), URI.create(name() + path), true);
  }

  public String token(String audience, Identity identity, Instant until) {
    return signed(claims(audience, identity, until));
  }

  Map<String, Object> claims(String audience, Identity identity, Instant until) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", name());
    claims.put("aud", List.of("account", audience));
    claims.put("sub", identity.subject());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("exp", until.getEpochSecond());
    claims.put("given_name", identity.name().first());
    claims.put("family_name", identity.name().last());
    claims.put("realm_access", Map.of("roles", List.copyOf(identity.roles())));
    identity
        .email()
        .ifPresent(
            email -> {
              claims.put("email", email.value());
              claims.put("email_verified", true);
            });
    return claims;
  }

  String signed(Map<String, Object> claims) {
    return signed(claims, header(JWSAlgorithm.RS256));
  }

  String signed(Map<String, Object> claims, JWSHeader header) {
    var token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }

  JWSHeader header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static RSAKey next() {
    return KEYS.get(TURN.getAndIncrement() % KEYS.size());
  }

  private static RSAKey newKey(int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
