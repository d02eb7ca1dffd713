package org.mercat.rest.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.notification.Language;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Moderation;
import org.mercat.domain.tenancy.Settings;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;

/** How a market works, as it is shown to those who manage it; the hosts are the operator's. */
record SettingsView(
    boolean verificationRequired,
    boolean adminSecondFactorRequired,
    String moderation,
    String language,
    Optional<String> region,
    List<String> hosts) {

  private static final Map<String, Moderation> MODERATIONS =
      Map.of("pre", Moderation.PRE, "post", Moderation.POST);
  private static final Map<String, Language> LANGUAGES =
      Map.of("en", Language.EN, "fr", Language.FR);

  static SettingsView of(Settings settings, Set<HostName> hosts) {
    return new SettingsView(
        settings.verificationRequired(),
        settings.adminSecondFactorRequired(),
        settings.moderation().name().toLowerCase(Locale.ROOT),
        settings.language().name().toLowerCase(Locale.ROOT),
        settings.region(),
        hosts.stream().map(HostName::value).sorted().toList());
  }

  /** What the settings are after the patch. */
  static Parsed<Settings> patched(Settings now, @Nullable JsonNode body) {
    var patch = Patch.of(body);
    var verification = patch.flag("verificationRequired");
    var secondFactor = patch.flag("adminSecondFactorRequired");
    var moderation = patch.word("moderation", MODERATIONS);
    var language = patch.word("language", LANGUAGES);
    var region =
        patch.optionalRead("region", RegionView::codeOf, "is no region such as CA-QC (ISO 3166)");
    return patch.into(
        () ->
            now.with(
                verification.get().over(now.verificationRequired()),
                secondFactor.get().over(now.adminSecondFactorRequired()),
                moderation.get().over(now.moderation()),
                language.get().over(now.language()),
                region.get().overOptional(now.region())));
  }
}
