package org.mercat.persistence.audit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface AuditTrailMapper {

  String ENTRY =
      """
      select e.id, e.actor_kind, e.actor_id, e.action, e.event, e.subject_kind, e.subject_id,
             e.facts::text as facts, e.before_sha256, e.after_sha256, e.request, e.origin,
      """;

  /** The rows of {@link DeedRow} as JSON. */
  @Select(value = "select append_audit_entries(#{deeds}::jsonb)", affectData = true)
  @CanIgnoreReturnValue
  String append(String deeds);

  @Select(
      ENTRY
          + """
                   l.sequence, l.hash
              from audit_entry e
              left join audit_link l on l.entry_id = e.id and l.entry_created_at = e.created_at
             where (#{actor}::uuid is null or e.actor_id = #{actor}::uuid)
               and (#{subject}::uuid is null or e.subject_id = #{subject}::uuid)
               and (#{action}::text is null or e.action = #{action}::text)
               and (#{from}::timestamptz is null or e.created_at >= #{from}::timestamptz)
               and (#{to}::timestamptz is null or e.created_at < #{to}::timestamptz)
               and (#{after}::uuid is null or e.id < #{after}::uuid)
             order by e.id desc
             limit #{most}
            """)
  List<AuditEntryRow> find(
      @Nullable UUID actor,
      @Nullable UUID subject,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable UUID after,
      int most);
}
