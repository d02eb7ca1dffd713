--liquibase formatted sql

--changeset mercat:transfers-and-payouts
-- The gateway is asked to pass money on, to take it back, and to pay it out.
alter table payment_operation
  drop constraint payment_operation_subject_kind_check,
  drop constraint payment_operation_step_check,
  drop constraint payment_operation_failure_check,
  drop constraint payment_operation_check4,
  add column transfer_reference text check (length(transfer_reference) between 1 and 255),
  add column payee_reference text check (length(payee_reference) between 1 and 255),
  add constraint payment_operation_subject_kind_check
    check (subject_kind in ('booking', 'provider', 'payout')),
  add constraint payment_operation_step_check check
    (step in ('CAPTURE', 'REFUND', 'OPEN_PAYEE', 'TRANSFER', 'REVERSE', 'PAY_OUT')),
  add constraint payment_operation_failure_check check
    (failure in ('CARD_DECLINED', 'INSUFFICIENT_FUNDS', 'INVALID_METHOD', 'ABANDONED',
                 'AMOUNT_TOO_LARGE', 'ALREADY_REFUNDED', 'BALANCE_INSUFFICIENT',
                 'PAYEE_NOT_READY', 'NOT_FOUND', 'REJECTED', 'NEVER_ARRIVED')),
  add constraint payment_operation_of_a_payout
    check ((step = 'PAY_OUT') = (subject_kind = 'payout')),
  add constraint payment_operation_of_a_payment
    check ((captured_reference is not null) = (step in ('REFUND', 'TRANSFER'))),
  add constraint payment_operation_of_a_transfer
    check ((transfer_reference is not null) = (step = 'REVERSE')),
  add constraint payment_operation_of_a_payee
    check ((payee_reference is not null) = (step in ('TRANSFER', 'PAY_OUT')));

--changeset mercat:events-of-transfers-and-payouts
alter table gateway_event
  drop constraint gateway_event_kind_check,
  add constraint gateway_event_kind_check check
    (kind in ('PAYMENT_CHANGED', 'REFUND_CHANGED', 'PAYEE_CHANGED', 'TRANSFER_CHANGED',
              'PAYOUT_CHANGED', 'IGNORED'));
