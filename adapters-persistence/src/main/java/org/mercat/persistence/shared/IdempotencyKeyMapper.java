package org.mercat.persistence.shared;

import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface IdempotencyKeyMapper {

  /** Has the key alone until the end of the transaction, or says at once that another has it. */
  @Select(
      """
      select pg_try_advisory_xact_lock(hashtextextended(
               concat_ws('/', current_tenant(), #{personId}::uuid, #{act}, #{key}), 0))""")
  boolean tryLock(IdempotencyKeyRow row);

  @Select(
      """
      select exists (select from idempotency_key
                      where person_id = #{personId} and act = #{act} and key = #{key})""")
  boolean exists(IdempotencyKeyRow row);

  @Select(
      """
      select person_id, act, key, fingerprint, made_kind, made_id, started_at,
             translate(encode(sealed_answer, 'base64'), E'\\n', '') as sealed_answer
        from idempotency_key
       where person_id = #{personId} and act = #{act} and key = #{key}""")
  Optional<IdempotencyKeyRow> find(IdempotencyKeyRow row);

  @Insert(
      """
      insert into idempotency_key (person_id, act, key, fingerprint, made_kind, made_id)
      values (#{personId}, #{act}, #{key}, #{fingerprint}, #{madeKind}, #{madeId})""")
  void insert(IdempotencyKeyRow row);

  /** The sealed answer that is kept, in base 64: this one, unless there was one. */
  @Select(
      """
      insert into idempotency_key as kept (person_id, act, key, fingerprint, sealed_answer)
      values (#{personId}, #{act}, #{key}, #{fingerprint}, decode(#{sealedAnswer}, 'base64'))
      on conflict (tenant_id, person_id, act, key)
      do update set sealed_answer = coalesce(kept.sealed_answer, excluded.sealed_answer)
      returning translate(encode(sealed_answer, 'base64'), E'\\n', '')""")
  String store(IdempotencyKeyRow row);

  /** Keys are kept for two days: a day is promised, and nodes may differ. */
  @Delete("delete from idempotency_key where started_at < now() - interval '48 hours'")
  int prune();
}
