package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.shared.Money;

/**
 * The members of a merge patch (RFC 7396): what is not named stays, null takes away. The readers
 * have the names of those of {@link Members}; only what is read as optional can be taken away.
 */
public final class Patch {

  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final Fields fields;

  private Patch(Fields fields) {
    this.fields = fields;
  }

  public static Patch of(@Nullable JsonNode body) {
    if (body == null || body.isMissingNode()) {
      throw new UnreadableRequest("The request has no body.");
    }
    return new Patch(Fields.of(body));
  }

  public Member<Change<String>> text(String name, int min, int max) {
    return fields.change(name, Readers.text(min, max));
  }

  public Member<Change<String>> optionalText(String name, int min, int max) {
    return fields.changeOfOptional(name, Readers.text(min, max));
  }

  public Member<Change<UUID>> id(String name) {
    return fields.change(name, Readers.id());
  }

  public Member<Change<Integer>> number(String name, int min, int max) {
    return fields.change(name, Readers.number(min, max));
  }

  public Member<Change<Integer>> optionalNumber(String name, int min, int max) {
    return fields.changeOfOptional(name, Readers.number(min, max));
  }

  public Member<Change<BigDecimal>> decimal(String name, long min, long max) {
    return fields.change(name, Readers.decimal(min, max));
  }

  public Member<Change<BigDecimal>> optionalDecimal(String name, long min, long max) {
    return fields.changeOfOptional(name, Readers.decimal(min, max));
  }

  public Member<Change<Boolean>> flag(String name) {
    return fields.change(name, Readers.flag());
  }

  public Member<Change<Money>> money(String name) {
    return fields.change(name, Members.within(MoneyView::read));
  }

  public Member<Change<Money>> optionalMoney(String name) {
    return fields.changeOfOptional(name, Members.within(MoneyView::read));
  }

  public <E> Member<Change<E>> word(String name, Map<String, E> words) {
    return fields.change(name, Readers.word(words));
  }

  public <E> Member<Change<E>> optionalWord(String name, Map<String, E> words) {
    return fields.changeOfOptional(name, Readers.word(words));
  }

  public <T> Member<Change<T>> read(String name, Function<String, T> reader, String otherwise) {
    return fields.change(name, Readers.read(reader, otherwise));
  }

  public <T> Member<Change<T>> optionalRead(
      String name, Function<String, T> reader, String otherwise) {
    return fields.changeOfOptional(name, Readers.read(reader, otherwise));
  }

  public <T> Member<Change<List<T>>> readAll(
      String name, int max, Function<String, T> reader, String otherwise) {
    return fields.change(name, Members.listOf(max, Readers.read(reader, otherwise)));
  }

  public <T> Parsed<T> into(Supplier<T> value) {
    return fields.into(value);
  }
}
