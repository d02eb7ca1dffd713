package org.mercat.persistence.shared;

import org.apache.ibatis.annotations.Insert;

interface OutboxMapper {

  @Insert(
      """
      with number as (
        insert into outbox_sequence (subject_kind, subject_id, last)
        values (#{subjectKind}, #{subjectId}, 1)
        on conflict (tenant_id, subject_kind, subject_id)
        do update set last = outbox_sequence.last + 1
        returning last)
      insert into outbox_event
        (id, created_at, subject_kind, subject_id, sequence, type, payload, at)
      select #{id}, uuid_time(#{id}), #{subjectKind}, #{subjectId}, last, #{type},
             #{payload}::jsonb, #{at}
        from number""")
  void append(OutboxRow row);
}
