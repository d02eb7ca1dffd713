package org.mercat.persistence.shared;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/** What tests read of the outbox. */
interface KeptEvents {

  record Kept(UUID subjectId, long sequence, String type, String payload) {}

  @Select("select subject_id, sequence, type, payload from outbox_event order by id")
  List<Kept> all();

  @Select("select exists (select from outbox_event where subject_id = #{thing})")
  boolean holds(UUID thing);
}
