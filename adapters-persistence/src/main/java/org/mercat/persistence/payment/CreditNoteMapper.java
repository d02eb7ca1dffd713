package org.mercat.persistence.payment;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface CreditNoteMapper {

  String NOTE =
      """
      select c.id, c.invoice_id, c.year, c.sequence, c.currency, c.service_minor,
             (select coalesce(string_agg(t.amount_minor::text, ',' order by t.position), '')
                from credit_note_tax_line t where t.credit_note_id = c.id) as taxes_minor,
             (select count(*) filter (where not t.on_customer_fee)::int
                from credit_note_tax_line t where t.credit_note_id = c.id) as taxes_on_service,
             c.tip_minor, c.customer_fee_minor, c.issued_at
        from credit_note c
      """;

  @Select(NOTE + "where c.id = #{id}")
  @Nullable CreditNoteRow find(UUID id);

  @Select(NOTE + "where c.invoice_id = #{invoice} order by c.year, c.sequence")
  List<CreditNoteRow> ofInvoice(UUID invoice);

  /** Returns 0 when there is no such invoice. */
  @Select(
      value =
          """
          with added as (
            insert into credit_note
              (id, invoice_id, provider_id, year, sequence, currency, service_minor, tip_minor,
               customer_fee_minor, issued_at)
            select #{id}, i.id, i.provider_id, #{year}, #{sequence}, #{currency}, #{serviceMinor},
                   #{tipMinor}, #{customerFeeMinor}, #{issuedAt}
              from invoice i
             where i.id = #{invoiceId}
            returning id),
          taxed as (
            insert into credit_note_tax_line (credit_note_id, position, amount_minor, on_customer_fee)
            select added.id, t.position, t.amount, t.position > #{taxesOnService}
              from added,
                   unnest(string_to_array(#{taxesMinor}, ',')::bigint[])
                     with ordinality as t(amount, position))
          select count(*) from added
          """,
      affectData = true)
  int insert(CreditNoteRow note);
}
