package org.mercat.rest.fee;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.fee.SetFeeRule;
import org.mercat.application.fee.SetSellerTier;
import org.mercat.application.shared.Caller;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.FeeSource;
import org.mercat.domain.fee.OnTop;
import org.mercat.domain.fee.RequestedPeriod;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.rest.shared.Member;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** The bodies that say what is taken, and of whom. */
final class FeeText {

  private static final int WHOLE_PPM = 1_000_000;
  private static final int LONGEST_REASON = 500;
  private static final String LAST_DAY = "lastDay";

  /** Which member says for whom a rule of a kind is. */
  private static final Map<FeeSource, String> SCOPES =
      Map.of(
          FeeSource.PROMOTION, "provider",
          FeeSource.VOLUME, "salesFrom",
          FeeSource.LEVEL, "level");

  private FeeText() {}

  static Parsed<SetFeeRule.Command> rule(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var direction = members.word("direction", FeeWords.DIRECTIONS);
    var kind = members.word("kind", FeeWords.KINDS);
    var provider = members.optionalId("provider");
    var salesFrom = members.optionalMoney("salesFrom");
    var level = members.optionalWord("level", FeeWords.LEVELS);
    kind.read().ifPresent(source -> checkScope(members, source));
    if (direction.read().isPresent()
        && kind.read().isPresent()
        && !direction.get().takes(kind.get())) {
      members.violate("kind", Code.OUT_OF_RANGE, "is not for this direction");
    }
    var rate = members.number("ratePpm", 0, WHOLE_PPM);
    var onTop = onTop(members, direction.read());
    var period = period(members);
    if (kind.read().filter(it -> it != FeeSource.PROMOTION).isPresent() && members.has(LAST_DAY)) {
      members.violate(LAST_DAY, Code.OUT_OF_RANGE, "needs the calendar of one provider");
    }
    var reason = members.text("reason", 1, LONGEST_REASON);
    return members.into(
        () ->
            new SetFeeRule.Command(
                caller,
                direction.get(),
                scope(kind.get(), provider.get(), salesFrom.get(), level.get()),
                new Rate(rate.get()),
                onTop.get(),
                period.get(),
                reason.get()));
  }

  static Parsed<SetSellerTier.Command> tier(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var provider = members.id("provider");
    var level = members.word("level", FeeWords.LEVELS);
    var period = period(members);
    var reason = members.text("reason", 1, LONGEST_REASON);
    return members.into(
        () ->
            new SetSellerTier.Command(
                caller, new ProviderId(provider.get()), level.get(), period.get(), reason.get()));
  }

  /** When something ends; now if nothing is said. */
  static Parsed<Optional<Instant>> end(@Nullable JsonNode body) {
    var members = Members.ofOptional(body);
    var at = members.optionalInstant("at");
    return members.into(at);
  }

  /** What is wrong with a period, at the member that says so. */
  static List<Violation> violations(RequestedPeriod.Refusal why) {
    return List.of(
        switch (why) {
          case BEGINS_IN_THE_PAST ->
              new Violation("/from", Code.OUT_OF_RANGE, "is past, and what held then stays");
          case ENDS_BEFORE_IT_BEGINS ->
              new Violation("/until", Code.OUT_OF_RANGE, "is not after from");
        });
  }

  /**
   * What a fee of clients is beside its rate: untaxed and given back in parts, if nothing is said.
   */
  private static Supplier<Optional<OnTop>> onTop(Members members, Optional<FeeDirection> of) {
    var flat = members.optionalMoney("flat");
    var taxed = members.optionalFlag("taxed");
    var returnedInParts = members.optionalFlag("returnedInParts");
    var onTop = of.filter(it -> it == FeeDirection.CUSTOMER_FEE).isPresent();
    for (var name : List.of("flat", "taxed", "returnedInParts")) {
      if (of.isPresent() && !onTop && members.has(name)) {
        members.violate(name, Code.OUT_OF_RANGE, "is not for this direction");
      }
    }
    return () ->
        Optional.of(
                new OnTop(
                    flat.get(), taxed.get().orElse(false), returnedInParts.get().orElse(true)))
            .filter(_ -> onTop);
  }

  private static void checkScope(Members members, FeeSource kind) {
    SCOPES.forEach(
        (source, name) -> {
          if (source == kind && !members.has(name)) {
            members.violate(name, Code.REQUIRED, "is missing");
          }
          if (source != kind && members.has(name)) {
            members.violate(name, Code.OUT_OF_RANGE, "is not for this kind");
          }
        });
  }

  private static FeeScope scope(
      FeeSource kind,
      Optional<UUID> provider,
      Optional<Money> salesFrom,
      Optional<SellerLevel> level) {
    return switch (kind) {
      case PROMOTION -> new FeeScope.Promotion(new ProviderId(provider.orElseThrow()));
      case VOLUME -> new FeeScope.Volume(salesFrom.orElseThrow());
      case LEVEL -> new FeeScope.Level(level.orElseThrow());
      case EVERYBODY -> new FeeScope.Everybody();
      case TENANT -> throw new IllegalStateException("the default is no rule");
    };
  }

  private static Period period(Members members) {
    var from = members.optionalInstant("from");
    var until = members.optionalInstant("until");
    var lastDay = members.optionalRead(LAST_DAY, FeeWords::day, FeeWords.NO_DAY);
    if (members.has("until") && members.has(LAST_DAY)) {
      members.violate(LAST_DAY, Code.OUT_OF_RANGE, "is said beside until");
    }
    return new Period(from, until, lastDay);
  }

  private record Period(
      Member<Optional<Instant>> from,
      Member<Optional<Instant>> until,
      Member<Optional<LocalDate>> lastDay) {

    RequestedPeriod get() {
      return new RequestedPeriod(from.get(), until.get(), lastDay.get());
    }
  }
}
