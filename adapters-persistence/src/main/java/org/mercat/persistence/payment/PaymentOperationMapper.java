package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.OperationKey.Step;

interface PaymentOperationMapper {

  String OPERATION =
      """
      select subject_kind, subject_id, step, number, attempt, amount_minor, currency, method,
             captured_reference, transfer_reference, payee_reference, payer_reference,
             business_name, country, email, state, state_at, cause, reference, payer_must_act, failure, first_sent_at, checks, next_check_at, version
        from payment_operation
      """;

  @Insert(
      """
      insert into payment_operation
        (subject_kind, subject_id, step, number, attempt, amount_minor, currency, method,
         captured_reference, transfer_reference, payee_reference, payer_reference, business_name, country, email,
         state, state_at, cause, reference, payer_must_act, failure, first_sent_at, checks, next_check_at, version)
      values
        (#{subjectKind}, #{subjectId}, #{step}, #{number}, #{attempt}, #{amountMinor},
         #{currency}, #{method}, #{capturedReference}, #{transferReference}, #{payeeReference}, #{payerReference},
         #{businessName}, #{country}, #{email},
         #{state}, #{stateAt}, #{cause}, #{reference}, #{payerMustAct}, #{failure}, #{firstSentAt},
         #{checks}, #{nextCheckAt}, #{version})
      on conflict do nothing
      """)
  int insert(PaymentOperationRow operation);

  @Update(
      """
      update payment_operation
         set state = #{state}, state_at = #{stateAt}, cause = #{cause}, reference = #{reference},
             payer_must_act = #{payerMustAct}, failure = #{failure}, checks = #{checks},
             next_check_at = #{nextCheckAt}, version = version + 1
       where subject_kind = #{subjectKind} and subject_id = #{subjectId} and step = #{step}
         and number = #{number} and attempt = #{attempt} and version = #{version}
      """)
  int update(PaymentOperationRow operation);

  @Select(
      OPERATION
          + """
           where subject_kind = #{kind} and subject_id = #{id} and step = #{step}
             and number = #{number} and attempt = #{attempt}
          """)
  @Nullable PaymentOperationRow find(String kind, UUID id, Step step, int number, int attempt);

  @Select(
      OPERATION
          + """
           where subject_kind = #{kind} and subject_id = #{id} and step = #{step}
           order by number desc, attempt desc
           limit 1
          """)
  @Nullable PaymentOperationRow latest(String kind, UUID id, Step step);

  @Select(
      OPERATION
          + """
           where subject_kind = #{kind} and subject_id = #{id} and state = 'SENT'
           order by first_sent_at, number, attempt
          """)
  List<PaymentOperationRow> sent(String kind, UUID id);

  @Select(
      OPERATION
          + """
           where state = 'DONE' and state_at >= #{from} and state_at < #{until}
           order by state_at, subject_id, number, attempt
          """)
  List<PaymentOperationRow> done(Instant from, Instant until);

  @Select(
      OPERATION
          + """
           where state = 'DONE' and state_at >= #{from} and state_at < #{until}
             and step = #{step}
           order by state_at, subject_id, number, attempt
          """)
  List<PaymentOperationRow> doneOf(Step step, Instant from, Instant until);

  /** Locks what is due; what another one has locked is left to it. */
  @Select(
      OPERATION
          + """
           where state in ('SENT', 'UNANSWERED', 'WAITING') and next_check_at <= #{now}
           order by next_check_at
           limit #{most}
             for update skip locked
          """)
  List<PaymentOperationRow> lockDue(Instant now, int most);
}
