package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ChargebackMapper {

  String COLUMNS =
      """
      id, booking_id, provider_id, dispute, payment, status, reason, amount_minor, currency,
      withdrawn_minor, fees_minor, fees_currency, respond_by, submissions, opened_at, bearer,
      fee_passed_on, loss_service_minor, translate(loss_taxes::text, '[] ', '') as loss_taxes_minor,
      loss_tip_minor, loss_customer_fee_minor,
      translate(loss_customer_fee_taxes::text, '[] ', '') as loss_customer_fee_taxes_minor,
      loss_excess_minor, loss_from, lost_minor, fee_borne_minor, freezes, changes,
      answers::text as answers, evidence, evidence_number, version
      """;

  String CHARGEBACK = "select " + COLUMNS + " from chargeback ";

  @Select(CHARGEBACK + " where id = #{id}")
  @Nullable ChargebackRow find(UUID id);

  @Select(CHARGEBACK + " where dispute = #{dispute}")
  @Nullable ChargebackRow of(String dispute);

  @Select(
      CHARGEBACK
          + """
           where booking_id = #{booking} and booking_created_at = uuid_time(#{booking})
           order by id desc
          """)
  List<ChargebackRow> ofBooking(UUID booking);

  @Select(
      CHARGEBACK
          + """
           where (#{status}::text is null or status = #{status}::text)
             and (#{provider}::uuid is null or provider_id = #{provider}::uuid)
             and (#{after}::uuid is null or id < #{after}::uuid)
           order by id desc
           limit #{most}
          """)
  List<ChargebackRow> list(
      @Nullable String status, @Nullable UUID provider, @Nullable UUID after, int most);

  @Insert(
      """
      insert into chargeback
        (id, booking_id, provider_id, dispute, payment, status, reason, amount_minor, currency,
         withdrawn_minor, fees_minor, fees_currency, respond_by, submissions, opened_at, bearer,
         fee_passed_on, loss_service_minor, loss_taxes, loss_tip_minor,
         loss_customer_fee_minor, loss_customer_fee_taxes, loss_excess_minor, loss_from, lost_minor, fee_borne_minor, freezes, changes, answers, evidence,
         evidence_number, next_check_at, version)
      values
        (#{id}, #{bookingId}, #{providerId}, #{dispute}, #{payment}, #{status}, #{reason},
         #{amountMinor}, #{currency}, #{withdrawnMinor}, #{feesMinor}, #{feesCurrency},
         #{respondBy}, #{submissions}, #{openedAt}, #{bearer}, #{feePassedOn},
         #{lossServiceMinor}, ('[' || #{lossTaxesMinor} || ']')::jsonb, #{lossTipMinor},
         #{lossCustomerFeeMinor}, ('[' || #{lossCustomerFeeTaxesMinor} || ']')::jsonb,
         #{lossExcessMinor}, #{lossFrom}, #{lostMinor}, #{feeBorneMinor}, #{freezes}, #{changes},
         #{answers}::jsonb, #{evidence}, #{evidenceNumber}, #{openedAt}, #{version})
      on conflict do nothing
      """)
  int insert(ChargebackRow chargeback);

  /** Returns 0 when the version is no longer the stored one. */
  @Update(
      """
      update chargeback
         set status = #{status}, reason = #{reason}, amount_minor = #{amountMinor},
             withdrawn_minor = #{withdrawnMinor}, fees_minor = #{feesMinor},
             fees_currency = #{feesCurrency}, respond_by = #{respondBy},
             submissions = #{submissions}, loss_service_minor = #{lossServiceMinor},
             loss_taxes = ('[' || #{lossTaxesMinor} || ']')::jsonb,
             loss_tip_minor = #{lossTipMinor},
             loss_customer_fee_minor = #{lossCustomerFeeMinor},
             loss_customer_fee_taxes = ('[' || #{lossCustomerFeeTaxesMinor} || ']')::jsonb,
             loss_excess_minor = #{lossExcessMinor},
             loss_from = #{lossFrom}, lost_minor = #{lostMinor},
             fee_borne_minor = #{feeBorneMinor}, freezes = #{freezes}, changes = #{changes},
             answers = #{answers}::jsonb, evidence = #{evidence},
             evidence_number = #{evidenceNumber}, version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(ChargebackRow chargeback);

  @Select(
      value =
          """
          update chargeback
             set next_check_at = #{now}::timestamptz
                   + case when status in ('WON', 'LOST', 'INQUIRY_CLOSED')
                          then interval '1 day' else interval '1 hour' end
           where id in (
             select id from chargeback
              where next_check_at <= #{now}
                and (status not in ('WON', 'LOST', 'INQUIRY_CLOSED')
                     or opened_at > #{now}::timestamptz - interval '120 days')
              order by next_check_at, id
              limit #{most}
                for update skip locked)
          returning
          """
              + COLUMNS,
      affectData = true)
  List<ChargebackRow> lease(Instant now, int most);

  @Select(
      CHARGEBACK
          + """
           where status in ('INQUIRY', 'NEEDS_RESPONSE') and submissions = 0
             and respond_by < #{until} and alarmed_at is null
           order by respond_by, id
           limit #{most}
          """)
  List<ChargebackRow> unheard(Instant until, int most);

  @Update("update chargeback set alarmed_at = #{now} where id = #{id} and alarmed_at is null")
  int raise(UUID id, Instant now);

  /** Returns 0 when there is as much as there may be. */
  @Insert(
      """
      insert into chargeback_material (chargeback_id, number, text, told_at)
      select #{chargeback}, n.number, #{text}, #{at}
        from (select count(*) + 1 as number from chargeback_material
               where chargeback_id = #{chargeback}) n
       where n.number <= #{most}
      on conflict do nothing
      """)
  int tell(UUID chargeback, String text, Instant at, int most);

  @Select(
      """
      select text, told_at from chargeback_material
       where chargeback_id = #{chargeback}
       order by number
      """)
  List<ChargebackMaterialRow> material(UUID chargeback);

  @Select("select bearer, fee_passed_on from chargeback_policy")
  @Nullable ChargebackPolicyRow policy();

  @Insert(
      """
      insert into chargeback_policy (bearer, fee_passed_on, set_at)
      values (#{policy.bearer}, #{policy.feePassedOn}, #{now})
      on conflict (tenant_id) do update
        set bearer = excluded.bearer, fee_passed_on = excluded.fee_passed_on,
            set_at = excluded.set_at
      """)
  int setPolicy(ChargebackPolicyRow policy, Instant now);
}
