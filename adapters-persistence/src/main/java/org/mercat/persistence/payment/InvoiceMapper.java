package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface InvoiceMapper {

  String INVOICE =
      """
      select i.id, i.booking_id, i.provider_id, i.client_id, i.year, i.sequence, i.status,
             i.currency, i.total_minor, i.refunded_minor, i.seller_name, i.seller_country,
             i.seller_subdivision, i.seller_postal_code, i.seller_city, i.seller_registration,
             i.seller_zone, i.buyer_name, i.title, i.slot_from, i.slot_to, i.zone, i.country,
             i.subdivision, i.issued_at, i.due_at, i.instructions, i.overdue_at, i.viewed_at,
             i.paid_at, i.method, i.reference, i.means, i.means_reference, i.marked_by,
             i.confirmed_by, i.confirmed_at, i.refunded_at, i.voided_at, i.version,
             (select jsonb_agg(jsonb_build_object('position', l.position, 'kind', l.kind,
                                                  'text', l.text, 'amount_minor', l.amount_minor)
                               order by l.position)::text
                from invoice_line l where l.invoice_id = i.id) as lines,
             (select coalesce(jsonb_agg(
                       jsonb_build_object('position', t.position, 'component', t.component,
                                          'rate_ppm', t.rate_ppm, 'base_minor', t.base_minor,
                                          'amount_minor', t.amount_minor, 'rule', t.rule,
                                          'source', t.source,
                                          'on_customer_fee', t.on_customer_fee)
                       order by t.position), '[]')::text
                from invoice_tax_line t where t.invoice_id = i.id) as taxes
        from invoice i
      """;

  String OF_PAGE = "where i.id in (select id from page) order by i.id desc";

  @Select(
      value =
          """
          insert into invoice_sequence (provider_id, series, year, last)
          values (#{seller}, #{series}, #{year}, 1)
          on conflict (tenant_id, provider_id, series, year)
          do update set last = invoice_sequence.last + 1
          returning last
          """,
      affectData = true)
  int nextNumber(UUID seller, String series, int year);

  @Select(INVOICE + "where i.id = #{id}")
  @Nullable InvoiceRow find(UUID id);

  @Select(
      INVOICE + "where i.booking_id = #{booking} and i.booking_created_at = uuid_time(#{booking})")
  @Nullable InvoiceRow ofBooking(UUID booking);

  /** Returns 0 when the booking has an invoice already. */
  @Select(
      value =
          """
          with added as (
            insert into invoice
              (id, booking_id, provider_id, client_id, year, sequence, status, currency,
               total_minor, refunded_minor, seller_name, seller_country, seller_subdivision,
               seller_postal_code, seller_city, seller_registration, seller_zone, buyer_name,
               title, slot_from, slot_to, zone, country, subdivision, issued_at, due_at,
               instructions, overdue_at, viewed_at, paid_at, method, reference, means,
               means_reference, marked_by, confirmed_by, confirmed_at, refunded_at, voided_at,
               version)
            values
              (#{id}, #{bookingId}, #{providerId}, #{clientId}, #{year}, #{sequence}, #{status},
               #{currency}, #{totalMinor}, #{refundedMinor}, #{sellerName}, #{sellerCountry},
               #{sellerSubdivision}, #{sellerPostalCode}, #{sellerCity}, #{sellerRegistration},
               #{sellerZone}, #{buyerName}, #{title}, #{slotFrom}, #{slotTo}, #{zone}, #{country},
               #{subdivision}, #{issuedAt}, #{dueAt}, #{instructions}, #{overdueAt}, #{viewedAt},
               #{paidAt}, #{method}, #{reference}, #{means}, #{meansReference}, #{markedBy},
               #{confirmedBy}, #{confirmedAt}, #{refundedAt}, #{voidedAt}, #{version})
            on conflict on constraint invoice_of_booking do nothing
            returning id),
          listed as (
            insert into invoice_line (invoice_id, position, kind, text, amount_minor)
            select added.id, l.position, l.kind, l.text, l.amount_minor
              from added,
                   jsonb_to_recordset(#{lines}::jsonb) as l(position smallint, kind text,
                     text text, amount_minor bigint)),
          taxed as (
            insert into invoice_tax_line
              (invoice_id, position, component, rate_ppm, base_minor, amount_minor, rule, source,
               on_customer_fee)
            select added.id, t.position, t.component, t.rate_ppm, t.base_minor, t.amount_minor,
                   t.rule, t.source, t.on_customer_fee
              from added,
                   jsonb_to_recordset(#{taxes}::jsonb) as t(position smallint, component text,
                     rate_ppm bigint, base_minor bigint, amount_minor bigint, rule text,
                     source text, on_customer_fee boolean))
          select count(*) from added
          """,
      affectData = true)
  int insert(InvoiceRow invoice);

  /** Returns 0 when the version is no longer the stored one. */
  @Update(
      """
      update invoice
         set status = #{status}, refunded_minor = #{refundedMinor}, due_at = #{dueAt},
             overdue_at = #{overdueAt}, means = #{means}, means_reference = #{meansReference},
             marked_by = #{markedBy}, confirmed_by = #{confirmedBy},
             confirmed_at = #{confirmedAt}, viewed_at = #{viewedAt}, paid_at = #{paidAt}, method = #{method},
             reference = #{reference}, refunded_at = #{refundedAt}, voided_at = #{voidedAt},
             version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(InvoiceRow invoice);

  /** By the index of what is due. */
  @Select(
      """
      select id
        from invoice
       where status in ('SENT', 'VIEWED') and due_at < #{now}
       order by due_at, id
       limit #{most}
      """)
  List<UUID> late(Instant now, int most);

  /**
   * Of each status at most a page is looked at, the newest first, by the indexes of the parties.
   */
  @Select(
      """
      with wanted as (select unnest(string_to_array(#{statuses}, ',')) as status),
      page as (
        select id
          from (select x.id
                  from wanted w
                 cross join lateral (
                   select id from invoice
                    where client_id = #{party} and status = w.status and id < #{before}
                    order by id desc
                    limit #{most}) x
                union
                select x.id
                  from wanted w
                 cross join provider o
                 cross join lateral (
                   select id from invoice
                    where provider_id = o.id and status = w.status and id < #{before}
                    order by id desc
                    limit #{most}) x
                 where o.owner_id = #{party}) candidates
         order by id desc
         limit #{most})
      """
          + INVOICE
          + OF_PAGE)
  List<InvoiceRow> ofParty(UUID party, String statuses, UUID before, int most);

  @Select(
      """
      with page as (
        select id from invoice
         where status = any (string_to_array(#{statuses}, ',')) and id < #{before}
         order by id desc
         limit #{most})
      """
          + INVOICE
          + OF_PAGE)
  List<InvoiceRow> all(String statuses, UUID before, int most);
}
