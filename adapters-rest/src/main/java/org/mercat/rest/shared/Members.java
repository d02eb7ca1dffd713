package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.shared.Money;
import org.mercat.rest.shared.Violation.Code;

/**
 * The members of a body, read one by one; what is wrong with them is told at once. Every member
 * that was not asked for is unknown. A member that is null is taken as missing.
 */
public final class Members {

  private static final int MOST_WORDS = 100;

  private final Fields fields;

  Members(Fields fields) {
    this.fields = fields;
  }

  /** The members of a body that has to be there. */
  public static Members of(@Nullable JsonNode body) {
    if (body == null || body.isMissingNode()) {
      throw new UnreadableRequest("The request has no body.");
    }
    return new Members(Fields.of(body));
  }

  /** The members of a body that need not be there, as none of them is required. */
  public static Members ofOptional(@Nullable JsonNode body) {
    return body == null || body.isMissingNode()
        ? new Members(Fields.of(Json.MAPPER.createObjectNode()))
        : of(body);
  }

  /** Checks the body of an action without members: there is none, or {@code {}}. */
  public static Parsed<Boolean> none(@Nullable JsonNode body) {
    return ofOptional(body).into(() -> true);
  }

  public Member<String> text(String name, int min, int max) {
    return fields.required(name, Readers.text(min, max));
  }

  public Member<Optional<String>> optionalText(String name, int min, int max) {
    return fields.optional(name, Readers.text(min, max));
  }

  /** A text whose white space counts, such as a password. */
  public Member<String> secret(String name, int min, int max) {
    return fields.required(name, Readers.secret(min, max));
  }

  public Member<Optional<String>> optionalSecret(String name, int min, int max) {
    return fields.optional(name, Readers.secret(min, max));
  }

  public Member<UUID> id(String name) {
    return fields.required(name, Readers.id());
  }

  public Member<Optional<UUID>> optionalId(String name) {
    return fields.optional(name, Readers.id());
  }

  public Member<Integer> number(String name, int min, int max) {
    return fields.required(name, Readers.number(min, max));
  }

  public Member<Optional<Integer>> optionalNumber(String name, int min, int max) {
    return fields.optional(name, Readers.number(min, max));
  }

  Member<Long> whole(String name, long min, long max) {
    return fields.required(name, Readers.whole(min, max));
  }

  public Member<BigDecimal> decimal(String name, long min, long max) {
    return fields.required(name, Readers.decimal(min, max));
  }

  public Member<Optional<BigDecimal>> optionalDecimal(String name, long min, long max) {
    return fields.optional(name, Readers.decimal(min, max));
  }

  public Member<Boolean> flag(String name) {
    return fields.required(name, Readers.flag());
  }

  public Member<Optional<Boolean>> optionalFlag(String name) {
    return fields.optional(name, Readers.flag());
  }

  /** An amount that is not negative. */
  public Member<Money> money(String name) {
    return object(name, MoneyView::read);
  }

  public Member<Optional<Money>> optionalMoney(String name) {
    return optionalObject(name, MoneyView::read);
  }

  public <E> Member<E> word(String name, Map<String, E> words) {
    return fields.required(name, Readers.word(words));
  }

  public <E> Member<Optional<E>> optionalWord(String name, Map<String, E> words) {
    return fields.optional(name, Readers.word(words));
  }

  /** A list of words, in which none counts twice. */
  public <E> Member<Set<E>> words(String name, int min, Map<String, E> words) {
    return fields
        .required(name, listOf(MOST_WORDS, Readers.word(words)))
        .map(Set::copyOf)
        .check(set -> set.size() >= min, Code.OUT_OF_RANGE, "has fewer than " + min + " items");
  }

  /**
   * A text that a type of the domain reads itself; its IllegalArgumentException or
   * DateTimeException is a violation.
   */
  public <T> Member<T> read(String name, Function<String, T> reader, String otherwise) {
    return fields.required(name, Readers.read(reader, otherwise));
  }

  public <T> Member<Optional<T>> optionalRead(
      String name, Function<String, T> reader, String otherwise) {
    return fields.optional(name, Readers.read(reader, otherwise));
  }

  /** An instant, or an object in its place. */
  public <T> Member<T> instantOrObject(
      String name, Function<Instant, T> reader, Function<Members, Supplier<T>> object) {
    Reader<T> text = (pointer, value) -> Readers.instant().read(pointer, value).map(reader);
    var inner = within(object);
    return fields.required(
        name, (pointer, value) -> (value.isObject() ? inner : text).read(pointer, value));
  }

  public Member<Instant> instant(String name) {
    return fields.required(name, Readers.instant());
  }

  public Member<Optional<Instant>> optionalInstant(String name) {
    return fields.optional(name, Readers.instant());
  }

  /** The members of an object within; when it is missing, that is the only violation. */
  public Members object(String name) {
    return new Members(fields.within(name));
  }

  public <T> Member<T> object(String name, Function<Members, Supplier<T>> reader) {
    return fields.required(name, within(reader));
  }

  public <T> Member<Optional<T>> optionalObject(
      String name, Function<Members, Supplier<T>> reader) {
    return fields.optional(name, within(reader));
  }

  /** A list of objects. */
  public <T> Member<List<T>> list(String name, int max, Function<Members, Supplier<T>> reader) {
    return fields.required(name, listOf(max, within(reader)));
  }

  public <T> Member<Optional<List<T>>> optionalList(
      String name, int max, Function<Members, Supplier<T>> reader) {
    return fields.optional(name, listOf(max, within(reader)));
  }

  /** A list of texts that a type of the domain reads itself, as {@link #read} does. */
  public <T> Member<Optional<List<T>>> optionalReadAll(
      String name, int max, Function<String, T> reader, String otherwise) {
    return fields.optional(name, listOf(max, Readers.read(reader, otherwise)));
  }

  /** Whether the member was sent and is not null; it still has to be read. */
  public boolean has(String name) {
    return fields.has(name);
  }

  /** Adds what is wrong with several members together, at one of them. */
  public void violate(String name, Code code, String detail) {
    fields.violate(name, code, detail);
  }

  /** The value, made only if nothing is wrong; otherwise everything that is. */
  public <T> Parsed<T> into(Supplier<T> value) {
    return fields.into(value);
  }

  static <T> Reader<T> within(Function<Members, Supplier<T>> reader) {
    return (pointer, value) ->
        Fields.read(pointer, value, inner -> reader.apply(new Members(inner)));
  }

  static <T> Reader<List<T>> listOf(int max, Reader<T> item) {
    return (pointer, value) -> {
      if (!value.isArray()) {
        return Parsed.invalid(pointer, Code.MALFORMED, "is not a list");
      }
      if (value.size() > max) {
        return Parsed.invalid(pointer, Code.OUT_OF_RANGE, "has more than " + max + " items");
      }
      var violations = new Violations();
      var items = new ArrayList<T>();
      for (var index = 0; index < value.size(); index++) {
        violations.valid(item.read(pointer + "/" + index, value.get(index))).ifPresent(items::add);
      }
      return violations.into(() -> List.copyOf(items));
    };
  }
}
