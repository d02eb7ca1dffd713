package org.mercat.persistence.payment;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface InvoiceNoteMapper {

  @Select(
      "select audience, text, version from invoice_note where invoice_id = #{invoice}"
          + " order by audience")
  List<InvoiceNoteRow> ofInvoice(UUID invoice);

  /** Returns 0 when the version is no longer the stored one. */
  @Insert(
      """
      insert into invoice_note (invoice_id, audience, text, version)
      select #{invoice}, #{note.audience}, #{note.text}, 1
       where #{note.version} = 0
          or exists (select from invoice_note
                      where invoice_id = #{invoice} and audience = #{note.audience})
      on conflict (tenant_id, invoice_id, audience)
      do update set text = excluded.text, version = invoice_note.version + 1
       where invoice_note.version = #{note.version}
      """)
  int write(UUID invoice, InvoiceNoteRow note);
}
