package org.mercat.persistence.audit;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface AuditChainMapper {

  @Insert(
      """
      insert into audit_head (entries, hash) values (0, repeat('0', 64))
      on conflict (tenant_id) do nothing
      """)
  void begin();

  @Select("select entries, hash, seal from audit_head for update")
  HeadRow lock();

  @Select("select entries, hash, seal from audit_head where entries > 0")
  Optional<HeadRow> end();

  @Select(
      AuditTrailMapper.ENTRY
          + """
                   null::bigint as sequence, null::text as hash
              from audit_waiting w
              join audit_entry e on e.id = w.entry_id and e.created_at = uuid_time(w.entry_id)
             order by w.entry_id
             limit #{most}
            """)
  List<AuditEntryRow> waiting(int most);

  @Update(
      """
      with place as materialized (
        select * from jsonb_to_recordset(#{links}::jsonb)
                   as l(sequence bigint, entry_id uuid, hash text)),
      placed as (
        insert into audit_link (sequence, entry_id, hash)
        select sequence, entry_id, hash from place order by sequence),
      waited as (
        delete from audit_waiting w using place where w.entry_id = place.entry_id)
      update audit_head
         set entries = #{head.entries}, hash = #{head.hash}, seal = #{head.seal}
      """)
  int extend(String links, HeadRow head);

  @Select(
      """
      select sequence, entry_id, hash
        from audit_link
       where sequence > #{sequence}
       order by sequence
       limit #{most}
      """)
  List<LinkRow> links(long sequence, int most);

  @Select(
      AuditTrailMapper.ENTRY
          + """
                   l.sequence, l.hash
              from audit_link l
              join audit_entry e on e.id = l.entry_id and e.created_at = l.entry_created_at
             where l.sequence > #{sequence} and l.sequence <= #{last}
            """)
  List<AuditEntryRow> entries(long sequence, long last);

  @Select("select count(*) from audit_waiting")
  long countWaiting();

  @Select(
      """
      select 'UNCHAINED' as kind, e.id as entry_id, 0::bigint as sequence
        from audit_entry e
       where not exists (select from audit_link l
                          where l.entry_id = e.id and l.entry_created_at = e.created_at)
         and not exists (select from audit_waiting w where w.entry_id = e.id)
      union all
      select 'BEYOND', l.entry_id, l.sequence
        from audit_link l
       where l.sequence > (select coalesce(max(entries), 0) from audit_head)
      union all
      select 'VANISHED', w.entry_id, 0
        from audit_waiting w
       where not exists (select from audit_entry e
                          where e.id = w.entry_id and e.created_at = uuid_time(w.entry_id))
       limit #{most}
      """)
  List<StrayRow> strays(int most);
}
