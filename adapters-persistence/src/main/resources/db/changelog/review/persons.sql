--liquibase formatted sql

--changeset mercat:published-reviews-are-public
call admit('guest', 'select', 'review',
  $$ direction = 'CLIENT_TO_PROVIDER' and status = 'PUBLISHED' $$);
call admit('person', 'select', 'review',
  $$ direction = 'CLIENT_TO_PROVIDER' and status = 'PUBLISHED'
     or author_id = (select current_person()) $$);
call admit('person, admin', 'insert', 'review',
  'author_id = (select current_person())
   and exists (select from booking b where b.tenant_id = review.tenant_id
                  and b.id = booking_id and b.created_at = booking_created_at)');
call admit('admin', 'select', 'review', 'true');
