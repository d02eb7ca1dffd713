--liquibase formatted sql

--changeset mercat:refuse-to-change-history splitStatements:false
-- What has been written into the books stays, whoever asks; a correction is another entry.
create function refuse_to_change_history() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is only ever added to', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

--changeset mercat:ledger-tx
-- Journal entries: each key once. The hash tells the same entry from another one under its key.
create table ledger_tx (
  tenant_id          uuid        not null default current_tenant(),
  id                 uuid        not null,
  created_at         timestamptz not null check (created_at = uuid_time(id)),
  key                text        not null check (length(key) between 1 and 255),
  kind               text        not null check (kind in
                       ('CAPTURE', 'REFUND', 'REFUND_PAID', 'REFUND_FAILED', 'RELEASE')),
  booking_id         uuid        not null,
  booking_created_at timestamptz not null
                       generated always as (uuid_time(booking_id)) stored,
  postings_sha256    text        not null check (postings_sha256 ~ '^[0-9a-f]{64}$'),
  at                 timestamptz not null,
  primary key (tenant_id, id, created_at),
  constraint ledger_tx_key unique (tenant_id, key),
  foreign key (tenant_id, booking_id, booking_created_at) references booking
);
create index ledger_tx_of_booking on ledger_tx (tenant_id, booking_id, booking_created_at);
create trigger ledger_tx_stays before update or delete on ledger_tx
  for each row execute function refuse_to_change_history();
create trigger ledger_tx_is_never_emptied before truncate on ledger_tx
  for each statement execute function refuse_to_change_history();
alter table ledger_tx enable row level security, force row level security;
create policy own_tenant on ledger_tx using (tenant_id = (select current_tenant()));
grant select, insert on ledger_tx to ${app_role};

--changeset mercat:posting
-- The lines of journal entries: a debit is positive, a credit negative.
create table posting (
  tenant_id    uuid        not null default current_tenant(),
  tx_id        uuid        not null,
  created_at   timestamptz not null check (created_at = uuid_time(tx_id)),
  position     smallint    not null check (position > 0),
  account      text        not null
                 check (account ~ '^[a-z_]{1,40}(:[0-9a-f-]{36}(:[a-z_]{1,40})?)?$'),
  amount_minor bigint      not null check (amount_minor <> 0),
  currency     text        not null check (currency ~ '^[A-Z]{3}$'),
  primary key (tenant_id, tx_id, created_at, position),
  foreign key (tenant_id, tx_id, created_at) references ledger_tx
) partition by range (created_at);
create table posting_any_time partition of posting default;
create index posting_of_account on posting (tenant_id, account, currency);
create trigger posting_stays before update or delete on posting
  for each row execute function refuse_to_change_history();
create trigger posting_is_never_emptied before truncate on posting
  for each statement execute function refuse_to_change_history();
create trigger posting_any_time_is_never_emptied before truncate on posting_any_time
  for each statement execute function refuse_to_change_history();
alter table posting enable row level security, force row level security;
create policy own_tenant on posting using (tenant_id = (select current_tenant()));
grant select, insert on posting to ${app_role};

--changeset mercat:posting-sums-to-zero splitStatements:false
create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
begin
  if exists (select from posting
              where tenant_id = new.tenant_id and tx_id = new.tx_id
                and created_at = new.created_at
              group by currency having sum(amount_minor) <> 0) then
    raise exception 'the postings of % do not sum to zero', new.tx_id
      using errcode = 'check_violation', constraint = 'posting_sums_to_zero';
  end if;
  return null;
end $$;
create constraint trigger posting_sums_to_zero after insert on posting
  deferrable initially deferred for each row execute function refuse_unbalanced_entry();

--changeset mercat:account-balance
-- What is held, account by account, where the floor must hold: more is never taken out than came
-- in. A credit is negative, as in the postings.
create table account_balance (
  tenant_id     uuid   not null default current_tenant(),
  account       text   not null check (account ~ '^escrow:[0-9a-f-]{36}:[a-z_]{1,40}$'),
  currency      text   not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null constraint account_balance_floor check (balance_minor <= 0),
  primary key (tenant_id, account, currency)
);
alter table account_balance enable row level security, force row level security;
create policy own_tenant on account_balance using (tenant_id = (select current_tenant()));
grant select, insert, update on account_balance to ${app_role};

--changeset mercat:posting-moves-balances splitStatements:false
-- Credits make a row or add to it. A debit takes from a row; without one it is refused by the floor
-- of the row that it would make. Always in the order of the accounts, so that nobody waits in a ring.
create function move_escrow_balances() returns trigger language plpgsql as $$
begin
  insert into account_balance (tenant_id, account, currency, balance_minor)
  select p.tenant_id, p.account, p.currency, sum(p.amount_minor)
    from posted p
   where p.account like 'escrow:%'
   group by p.tenant_id, p.account, p.currency
  having sum(p.amount_minor) < 0
      or not exists (select from account_balance b where b.tenant_id = p.tenant_id
                        and b.account = p.account and b.currency = p.currency)
   order by p.tenant_id, p.account, p.currency
  on conflict (tenant_id, account, currency)
  do update set balance_minor = account_balance.balance_minor + excluded.balance_minor;

  with debited as (
    select p.tenant_id, p.account, p.currency, sum(p.amount_minor) as amount
      from posted p
     where p.account like 'escrow:%'
     group by p.tenant_id, p.account, p.currency
    having sum(p.amount_minor) > 0),
  locked as (
    select b.tenant_id, b.account, b.currency, d.amount
      from account_balance b
      join debited d using (tenant_id, account, currency)
     order by b.tenant_id, b.account, b.currency
       for update of b)
  update account_balance b
     set balance_minor = b.balance_minor + l.amount
    from locked l
   where b.tenant_id = l.tenant_id and b.account = l.account and b.currency = l.currency;
  return null;
end $$;
create trigger posting_moves_balances after insert on posting
  referencing new table as posted
  for each statement execute function move_escrow_balances();
