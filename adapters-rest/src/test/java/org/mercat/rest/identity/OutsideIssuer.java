package org.mercat.rest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.SampleIssuers;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuerId;

/** An issuer that shows its keys over HTTP on this machine, as a Keycloak realm does. */
final class OutsideIssuer implements AutoCloseable {

  private final RSAKey key = newKey();
  private final AtomicInteger fetched = new AtomicInteger();
  private final HttpServer server;

  OutsideIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/keys",
        exchange -> {
          var _ = fetched.incrementAndGet();
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/keys");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
  }

  String name() {
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

  String token(String audience, Identity identity, Instant until) {
    return signed(claims(audience, identity, until));
  }

  Map<String, Object> claims(String audience, Identity identity, Instant until) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", name());
    claims.put("aud", List.of("account", audience));
    claims.put("sub", identity.subject());
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
      token.sign(new RSASSASigner(key));
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

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
