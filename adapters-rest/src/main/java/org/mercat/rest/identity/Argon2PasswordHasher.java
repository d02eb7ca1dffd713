package org.mercat.rest.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;

/**
 * Argon2id with the parameters that OWASP recommends. Hashing has threads of its own and few of
 * them, so that a flood of log-ins finds this door closed and not the whole market.
 */
public final class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {

  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final String PREFIX =
      "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, ITERATIONS, LANES);
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** As much work as any other, and no password leads to it. */
  private static final PasswordHash DECOY = phc(new byte[SALT_BYTES], new byte[HASH_BYTES]);

  private static final int WAITING = 64;

  private final ExecutorService executor;
  private final SecureRandom random = new SecureRandom();

  Argon2PasswordHasher(ExecutorService executor) {
    this.executor = executor;
  }

  /** Takes half of the processors at the most. */
  public static Argon2PasswordHasher forThisMachine() {
    var threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new Argon2PasswordHasher(pool(threads, WAITING));
  }

  /** So many work, so many wait, and who comes then is turned away. */
  static ExecutorService pool(int threads, int waiting) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(waiting),
        Thread.ofPlatform().daemon().name("password-", 1).factory());
  }

  @Override
  public PasswordHash hash(Password password) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var parameters = parameters(MEMORY_KIB, ITERATIONS, LANES, salt);
    return phc(salt, inTurn(() -> derive(password, parameters, HASH_BYTES)));
  }

  @Override
  public boolean matches(Password password, Optional<PasswordHash> hash) {
    var parts = PHC.matcher(hash.orElse(DECOY).phc());
    if (!parts.matches()) {
      throw new IllegalStateException("a password is kept in a form that nobody can read");
    }
    var expected = Base64.getDecoder().decode(parts.group(5));
    var parameters =
        parameters(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            Base64.getDecoder().decode(parts.group(4)));
    var actual = inTurn(() -> derive(password, parameters, expected.length));
    return MessageDigest.isEqual(expected, actual) && hash.isPresent();
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    return !hash.phc().startsWith(PREFIX);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private byte[] inTurn(Callable<byte[]> work) {
    try {
      return executor.submit(work).get();
    } catch (RejectedExecutionException full) {
      throw new PortUnavailable("too many passwords are being checked", full);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable("stopped while a password was being checked", stopped);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a password could not be hashed", failure.getCause());
    }
  }

  /** The same letters count as the same password, however a keyboard composes them. */
  private static byte[] derive(Password password, Argon2Parameters parameters, int length) {
    var text = Normalizer.normalize(password.text(), Normalizer.Form.NFC);
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    var derived = new byte[length];
    generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), derived);
    return derived;
  }

  private static Argon2Parameters parameters(int memory, int iterations, int lanes, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memory)
        .withIterations(iterations)
        .withParallelism(lanes)
        .withSalt(salt)
        .build();
  }

  private static PasswordHash phc(byte[] salt, byte[] hash) {
    var text = Base64.getEncoder().withoutPadding();
    return new PasswordHash(PREFIX + text.encodeToString(salt) + "$" + text.encodeToString(hash));
  }
}
