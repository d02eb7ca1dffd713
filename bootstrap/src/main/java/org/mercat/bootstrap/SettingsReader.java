package org.mercat.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One reading of the environment; collects every reason before it refuses. */
final class SettingsReader {
  private static final int DATA_KEY_BYTES = 32;
  private static final Set<String> KNOWN =
      Arrays.stream(Setting.values())
          .flatMap(setting -> Stream.of(setting.variable(), setting.fileVariable()))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, String> environment;
  private final List<String> reasons = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Settings read() {
    refuseUnknownNames();
    Settings.Profile profile =
        oneOf(Setting.PROFILE, Settings.Profile.values()).orElse(Settings.Profile.DEV);
    int httpPort = number(Setting.HTTP_PORT, 1, 65_535);
    Settings settings =
        new Settings(
            profile,
            httpPort,
            dataDir(),
            database(),
            admin(profile),
            SettingsForPayments.read(this, profile),
            oneOf(Setting.GOODS_TAX, Settings.GoodsTax.values()).orElse(Settings.GoodsTax.PLATFORM),
            SettingsForOperations.read(this, profile),
            SettingsForRates.read(this, profile),
            SettingsForMessages.read(this, profile, httpPort),
            dataKeys(profile),
            outsideIssuers(profile),
            number(Setting.SESSION_RETENTION_DAYS, 0, 3_650),
            jvmOptions());
    if (!reasons.isEmpty()) {
      throw new SettingsRefused(reasons);
    }
    return settings;
  }

  private void refuseUnknownNames() {
    Set<String> unknown = new TreeSet<>();
    for (String name : environment.keySet()) {
      if (name.startsWith("MERCAT_") && !KNOWN.contains(name)) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      reasons.add("No such setting: " + String.join(", ", unknown) + ".");
    }
  }

  /** A whole number of that range. */
  int number(Setting setting, int least, int most) {
    String text = text(setting);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
      refuse("%s must be %d to %d, not %s.".formatted(setting.variable(), least, most, text));
    } catch (NumberFormatException _) {
      refuse("%s must be a number, not %s.".formatted(setting.variable(), text));
    }
    return least;
  }

  private Path dataDir() {
    String text = text(Setting.DATA_DIR);
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      reasons.add("MERCAT_DATA_DIR must be a folder, not " + text + ".");
      return Path.of("");
    }
  }

  private Optional<Settings.Database> database() {
    Optional<String> url = given(Setting.DB_URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.get().startsWith("jdbc:postgresql:")) {
      reasons.add("MERCAT_DB_URL must begin with jdbc:postgresql:.");
    }
    return Optional.of(
        new Settings.Database(
            url.get(),
            new Settings.Login(text(Setting.DB_USER), needed(Setting.DB_PASSWORD)),
            new Settings.Login(text(Setting.DB_OWNER_USER), needed(Setting.DB_OWNER_PASSWORD))));
  }

  private String needed(Setting setting) {
    return needed(setting, "together with MERCAT_DB_URL");
  }

  /** What must be set then. */
  String needed(Setting setting, String when) {
    Optional<String> value = given(setting);
    if (value.isEmpty()) {
      refuse("%s is needed %s.".formatted(setting.variable(), when));
    }
    return value.orElse("");
  }

  private Settings.DataKeys dataKeys(Settings.Profile profile) {
    String text =
        profile == Settings.Profile.PROD
            ? needed(Setting.DATA_KEY, "in profile prod")
            : text(Setting.DATA_KEY);
    List<String> keys =
        Stream.of(text.split(",", -1)).map(String::strip).filter(key -> !key.isEmpty()).toList();
    if (!keys.stream().allMatch(SettingsReader::isDataKey)) {
      refuse("MERCAT_DATA_KEY must be 32 bytes in base 64, or several such parted by commas.");
    }
    return new Settings.DataKeys(keys);
  }

  private Settings.OutsideIssuers outsideIssuers(Settings.Profile profile) {
    Settings.OutsideIssuers issuers =
        oneOf(Setting.OIDC_ISSUERS, Settings.OutsideIssuers.values())
            .orElse(Settings.OutsideIssuers.PUBLIC);
    if (profile == Settings.Profile.PROD && issuers == Settings.OutsideIssuers.LOOPBACK) {
      refuse("MERCAT_OIDC_ISSUERS=loopback is for trying one out and refused in profile prod.");
    }
    return issuers;
  }

  private static boolean isDataKey(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length == DATA_KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Settings.Login admin(Settings.Profile profile) {
    Settings.Login admin =
        new Settings.Login(text(Setting.ADMIN_EMAIL), text(Setting.ADMIN_PASSWORD));
    if (profile == Settings.Profile.PROD
        && admin.password().equals(Setting.ADMIN_PASSWORD.defaultText())) {
      reasons.add("MERCAT_ADMIN_PASSWORD must be set in profile prod.");
    }
    return admin;
  }

  private List<String> jvmOptions() {
    return given(Setting.JVM_OPTIONS)
        .map(text -> List.of(text.strip().split("\\s+")))
        .orElse(List.of());
  }

  private <E extends Enum<E>> Optional<E> oneOf(Setting setting, E[] values) {
    return oneOf(setting, values, text(setting));
  }

  /** One of the values by its name in small letters; empty when nothing is set. */
  <E extends Enum<E>> Optional<E> oneOfWhenGiven(Setting setting, E[] values) {
    return given(setting).flatMap(text -> oneOf(setting, values, text));
  }

  private <E extends Enum<E>> Optional<E> oneOf(Setting setting, E[] values, String text) {
    List<String> names = new ArrayList<>();
    for (E value : values) {
      String name = value.name().toLowerCase(Locale.ROOT);
      if (name.equals(text)) {
        return Optional.of(value);
      }
      names.add(name);
    }
    reasons.add(
        "%s must be %s, not %s.".formatted(setting.variable(), String.join(" or ", names), text));
    return Optional.empty();
  }

  /** Keeps a reason why this environment cannot be used. */
  void refuse(String reason) {
    reasons.add(reason);
  }

  /** What is set, or else the default. */
  String text(Setting setting) {
    return given(setting).orElse(setting.defaultText());
  }

  /** What is set, here or in a file. */
  Optional<String> given(Setting setting) {
    Optional<String> value =
        Optional.ofNullable(environment.get(setting.variable())).filter(text -> !text.isBlank());
    Optional<String> file =
        Optional.ofNullable(environment.get(setting.fileVariable()))
            .filter(text -> !text.isBlank());
    if (value.isPresent() && file.isPresent()) {
      reasons.add("Set %s or %s, not both.".formatted(setting.variable(), setting.fileVariable()));
    }
    return value.isPresent() ? value : file.flatMap(path -> content(setting, path));
  }

  private Optional<String> content(Setting setting, String path) {
    try {
      return Optional.of(Files.readString(Path.of(path)).stripTrailing());
    } catch (IOException | InvalidPathException _) {
      reasons.add("%s cannot be read: %s.".formatted(setting.fileVariable(), path));
      return Optional.empty();
    }
  }
}
