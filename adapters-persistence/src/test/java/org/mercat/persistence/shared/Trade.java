package org.mercat.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mercat.domain.tenancy.TenantId;

/**
 * A client and a provider with all that comes of a booking between them: a row or two in every
 * table.
 */
record Trade(
    UUID client, UUID owner, UUID provider, UUID listing, UUID draft, UUID booking, UUID entry) {

  private static final Pattern NAME =
      Pattern.compile("(?<!:):(client|owner|provider|listing|draft|booking|entry)\\b");

  private static final String ROWS =
      """
      insert into app_user (id, email, first_name, last_name, password_hash, status, registered_at,
                            email_verified_at)
      values (:client, :client || '@example.org', 'Ann', 'Client', '$x', 'ACTIVE', now(), now()),
             (:owner, :owner || '@example.org', 'Bob', 'Owner', '$x', 'ACTIVE', now(), now());
      insert into user_role (user_id, role) values (:client, 'CLIENT'), (:owner, 'PROVIDER');
      insert into user_permission (user_id, permission, effect)
      values (:client, 'BOOKING_PLACE', 'DENY');
      insert into user_session (id, user_id, refresh_token_sha256, opened_at, expires_at,
                                family_mark, last_seen_at)
      values (gen_random_uuid(), :client, encode(sha256(convert_to(:client::text, 'UTF8')), 'hex'), now(),
              now() + interval '1 day', repeat('m', 43), now());
      insert into user_token (user_id, purpose, sha256, email, issued_at, expires_at)
      values (:client, 'VERIFY_EMAIL', encode(sha256(convert_to(:client::text, 'UTF8')), 'hex'),
              :client || '@example.org', now(), now() + interval '1 day');
      insert into phone_challenge (user_id, phone, code_hash, sent_at)
      values (:client, '+14165550100', '$x', now());
      insert into second_factor (user_id, sealed_secret, begun_at, last_step)
      values (:client, '', now(), 0);
      insert into recovery_code (user_id, sha256) values (:client, repeat('0', 64));
      insert into sign_in_failure (key, failures, last_at)
      values (md5(:client::text), 1, now());
      insert into signing_key (id, number, signs_from, sealed_key, public_key)
      select gen_random_uuid(), coalesce(max(number), 0) + 1, now(), '', '' from signing_key;
      insert into idempotency_key (person_id, act, key, fingerprint, sealed_answer)
      values (:client, 'POST /bookings', 'k', 'f', 'answer');
      insert into api_key (id, owner_id, name, prefix, secret_sha256, scopes, made_at, version)
      values (:entry, :client, 'n', right(replace(:entry::text, '-', ''), 12), repeat('0', 64),
              'BOOKING_OWN', now(), 0);
      insert into tenant_settings (verification_required, moderation, language, version)
      values (false, 'POST', 'EN', 1) on conflict do nothing;
      insert into tenant_region (code, law, retention_days, consent_required)
      values ('CA', 'PIPEDA', 30, false) on conflict do nothing;
      insert into provider (id, owner_id, slug, business_name, country, subdivision, postal_code,
                            time_zone, verification, verification_at, standing, payable,
                            registered_at, version)
      values (:provider, :owner, :provider, 'Bob', 'CA', 'ON', 'K1A 0A1', 'America/Toronto',
              'VERIFIED', now(), 'ACTIVE', true, now(), 0);
      insert into listing (id, provider_id, slug, title, description, category, pricing,
                           price_minor, currency, length_minutes, step_minutes, before_minutes,
                           after_minutes, location, payment_flow, state, state_at, created_at,
                           version, words)
      select id, :provider, id::text, 'A walk', 'A long walk', 'OTHER', 'FIXED', 1000, 'CAD', 60, 60,
             0, 0, 'REMOTE', 'CAPTURE_HOLD', state, now(), now(), 0, ''
        from (values (:listing, 'ACTIVE'), (:draft, 'DRAFT')) as l (id, state);
      insert into timetable (provider_id, version) values (:provider, 0);
      insert into weekly_hours (provider_id, day, from_minute, to_minute)
      values (:provider, 1, 540, 1020);
      insert into booking (id, created_at, client_id, provider_id, listing_id, slot_from, slot_to,
                           claim_from, claim_to, zone, country, subdivision, service_minor,
                           tip_minor, currency, policy, paid_at_placing, state, state_at, version)
      values (:booking, uuid_time(:booking), :client, :provider, :listing, now(),
              now() + interval '1 hour', now(), now() + interval '1 hour', 'America/Toronto', 'CA',
              'ON', 1000, 0, 'CAD', 'moderate', true, 'REQUESTED', now(), 0);
      insert into booking_tax_line (booking_id, position, component, rate_ppm, base_minor,
                                    amount_minor, rule)
      values (:booking, 1, 'HST', 130000, 1000, 130, 'CA-ON');
      insert into booking_step (booking_id, phase, at, version)
      values (:booking, 'REQUESTED', now(), 0);
      insert into slot_claim (provider_id, during, booking_id)
      values (:provider, tstzrange(now(), now() + interval '1 hour'), :booking);
      insert into payment (booking_id, client_id, provider_id, currency, service_minor, tip_minor,
                           state, state_at, refunding, refunding_service_minor,
                           refunding_tip_minor, refunded_service_minor, refunded_tip_minor,
                           refunds, outcome_unknown, reference, owed_service_minor,
                           owed_tip_minor, refunding_released, version)
      values (:booking, :client, :provider, 'CAD', 1000, 0, 'HELD', now(), false, 0, 0, 0, 0, 0, false,
              'ref', 0, 0, false, 0);
      insert into payment_tax_line (booking_id, position, component, rate_ppm, base_minor,
                                    amount_minor, rule, refunding_minor, refunded_minor,
                                    owed_minor)
      values (:booking, 1, 'HST', 130000, 1000, 130, 'CA-ON', 0, 0, 0);
      insert into payment_operation (subject_kind, subject_id, step, number, attempt, amount_minor,
                                     currency, method, business_name, country, email, state,
                                     state_at, first_sent_at, checks, next_check_at, version)
      values ('booking', :booking, 'CAPTURE', 1, 1, 1130, 'CAD', 'card', null, null, null, 'SENT',
              now(), now(), 0, now(), 0),
             ('provider', :provider, 'OPEN_PAYEE', 1, 1, null, null, null, 'Bob', 'CA',
              'bob@example.org', 'SENT', now(), now(), 0, now(), 0);
      insert into payee (provider_id, details_submitted, payouts_enabled, version)
      values (:provider, false, false, 0);
      insert into payer (user_id, reference, forgotten, version)
      values (:client, 'cus ' || :client, false, 0);
      insert into payment_method (id, user_id, payer_reference, brand, last_digits, expiry_month,
                                  expiry_year, preferred, state, state_at, token, version)
      values (:entry, :client, 'cus ' || :client, 'visa', '4242', 12, 2034, true, 'SAVED', now(),
              'pm', 0);
      insert into payment_operation (subject_kind, subject_id, step, number, attempt, method,
                                     payer_reference, state, state_at, first_sent_at, checks,
                                     next_check_at, version)
      values ('payer', :client, 'OPEN_PAYER', 1, 1, null, null, 'SENT', now(), now(), 0, now(), 0),
             ('payment_method', :entry, 'SAVE_METHOD', 1, 1, 'card', 'cus ' || :client, 'SENT',
              now(), now(), 0, now(), 0);
      insert into gateway_event (gateway, event, kind, object, body, received_at, state, due_at,
                                 failures)
      values ('sandbox', :booking, 'PAYMENT_CHANGED', 'o', '{}', now(), 'OPEN', now(), 0);
      insert into ledger_tx (id, created_at, key, kind, booking_id, postings_sha256, at)
      values (:entry, uuid_time(:entry), 'capture ' || :booking, 'CAPTURE', :booking, repeat('0', 64),
              now());
      insert into posting (tx_id, created_at, position, account, amount_minor, currency)
      values (:entry, uuid_time(:entry), 1, 'gateway_clearing', 1130, 'CAD'),
             (:entry, uuid_time(:entry), 2, 'escrow:' || :booking || ':service', -1130, 'CAD');
      insert into payout (id, provider_id, batch_id, amount_minor, currency, state, state_at,
                          decided_at, version)
      values (:draft, :provider, :draft, 1130, 'CAD', 'PENDING', now(), now(), 0);
      insert into payout_plan (provider_id, schedule, next_at, paused, left_behind, version)
      values (:provider, 'DAILY', now(), false, false, 0);
      insert into earning (booking_id, provider_id, released_at, currency, share_minor, due_minor,
                           reversals, version)
      values (:booking, :provider, now(), 'CAD', 1130, 0, 0, 0);
      insert into transfer (booking_id, number, payout_id, amount_minor, state, reversing_minor,
                            reversed_minor)
      values (:booking, 1, :draft, 1130, 'ASKED', 0, 0);
      insert into chargeback (id, booking_id, provider_id, dispute, payment, status, reason,
                              amount_minor, currency, withdrawn_minor, fees_minor, fees_currency,
                              submissions, opened_at, bearer, fee_passed_on, lost_minor,
                              fee_borne_minor, freezes, changes, answers, evidence,
                              evidence_number, next_check_at, version)
      values (:entry, :booking, :provider, 'dp ' || :booking, 'ref', 'INQUIRY', 'general', 1130,
              'CAD', 0, 0, 'CAD', 0, now(), 'PROVIDER', false, 0, 0, false, 0, '{}', 'NONE', 0,
              now(), 0);
      insert into chargeback_material (chargeback_id, number, text, told_at)
      values (:entry, 1, 'I was there', now());
      insert into chargeback_policy (bearer, fee_passed_on, set_at)
      values ('PROVIDER', false, now()) on conflict do nothing;
      insert into ledger_tx (id, created_at, key, kind, payout_id, postings_sha256, at)
      values (:draft, uuid_time(:draft), 'payout ' || :draft, 'PAYOUT', :draft, repeat('0', 64),
              now());
      insert into posting (tx_id, created_at, position, account, amount_minor, currency)
      values (:draft, uuid_time(:draft), 1, 'connect_balance:' || :provider, -1130, 'CAD'),
             (:draft, uuid_time(:draft), 2, 'connect_contra:' || :provider, 1130, 'CAD');
      insert into collection_plan (provider_id, mode, instructions)
      values (:provider, 'OFFLINE', 'cash');
      insert into direct_booking (booking_id, due_at) values (:booking, now());
      insert into invoice_sequence (provider_id, series, year, last)
      values (:provider, 'INVOICE', 2026, 1);
      insert into invoice (id, booking_id, provider_id, client_id, year, sequence, status, currency,
                           total_minor, refunded_minor, seller_name, seller_country,
                           seller_subdivision, seller_postal_code, seller_zone, buyer_name, title,
                           slot_from, slot_to, zone, country, subdivision, issued_at, paid_at,
                           method, reference, refunded_at, version)
      values (:entry, :booking, :provider, :client, 2026, 1, 'PARTIALLY_REFUNDED', 'CAD', 1130, 113,
              'Bob', 'CA', 'ON', 'K1A 0A1', 'America/Toronto', 'Ann Client', 'A walk', now(),
              now() + interval '1 hour', 'America/Toronto', 'CA', 'ON', now(), now(), 'GATEWAY',
              'ref ' || :booking, now(), 0);
      insert into invoice_line (invoice_id, position, kind, text, amount_minor)
      values (:entry, 1, 'SERVICE', 'A walk', 1000);
      insert into invoice_tax_line (invoice_id, position, component, rate_ppm, base_minor,
                                    amount_minor, rule)
      values (:entry, 1, 'HST', 130000, 1000, 130, 'CA-ON');
      insert into credit_note (id, invoice_id, provider_id, year, sequence, currency,
                               service_minor, tip_minor, issued_at)
      values (:entry, :entry, :provider, 2026, 1, 'CAD', 100, 0, now());
      insert into credit_note_tax_line (credit_note_id, position, amount_minor)
      values (:entry, 1, 13);
      insert into invoice_note (invoice_id, audience, text, version)
      values (:entry, 'BOTH', 'thank you', 1), (:entry, 'SELLER', 'came late', 1);
      insert into platform_fee (version, rate_ppm, tax_on_fee, set_at)
      select coalesce(max(version), 0) + 1, 100000, true, now() from platform_fee;
      insert into fee_rule (id, direction, kind, provider_id, rate_ppm, valid_from, reason, set_at,
                            version)
      values (:entry, 'PLATFORM_FEE', 'PROMOTION', :provider, 50000, now(), 'a new shop', now(), 1);
      insert into seller_tier (id, provider_id, level, valid_from, reason, set_at, version)
      values (:entry, :provider, 'GOLD', now(), 'a good shop', now(), 1);
      insert into vendor_monthly_volume (id, provider_id, year, month, currency, total_sales_minor,
                                         total_orders, closed_at)
      values (:entry, :provider, 2026, 10, 'CAD', 1000, 1, now());
      insert into review (id, booking_id, listing_id, provider_id, author_id, direction, rating,
                          comment, status, at)
      values (gen_random_uuid(), :booking, :listing, :provider, :client, 'CLIENT_TO_PROVIDER', 5,
              'good', 'PUBLISHED', now()),
             (gen_random_uuid(), :booking, :listing, :provider, :owner, 'PROVIDER_TO_CLIENT', 5, 'good',
              'PUBLISHED', now());
      insert into tax_rule (id, name, country, subdivision, component, supplies, category, rate_ppm,
                            share_ppm, valid_from, source, recorded_from)
      values (:entry, :entry::text, 'CA', 'ON', 'PST', 'ANY', :entry::text, 80000, 1000000,
              '2026-01-01', 'a law', now());
      select append_event(:entry, 'booking', :booking, 'BookingPlaced', '{}', now());
      insert into outgoing_message (id, kind, sealed, due_at)
      values (gen_random_uuid(), 'BookingPlaced', '', now())
      """;

  static Trade any() {
    return new Trade(
        Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next());
  }

  /** Stores it, as the owner of the tables. */
  Trade storedIn(TenantId tenant, Connection owner) throws SQLException {
    Sql.enter(owner, tenant);
    Sql.execute(owner, named(ROWS));
    owner.commit();
    return this;
  }

  /** The statements with the ids of this trade where their names stand. */
  String named(String sql) {
    return NAME.matcher(sql).replaceAll(name -> "'" + id(name.group(1)) + "'::uuid");
  }

  private UUID id(String name) {
    return switch (name) {
      case "client" -> client;
      case "owner" -> owner;
      case "provider" -> provider;
      case "listing" -> listing;
      case "draft" -> draft;
      case "booking" -> booking;
      case "entry" -> entry;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
