package org.mercat.persistence.shared;

import java.util.Map;

/** A row of somebody else, in the words of a {@link Trade}, for every table that persons add to. */
final class ForeignRows {

  static final Map<String, String> ROWS =
      Map.ofEntries(
          Map.entry(
              "api_key",
              """
              insert into api_key (id, owner_id, name, prefix, secret_sha256, scopes, made_at,
                                   version)
              values (:draft, :client, 'n', 'abcdefghijkl', repeat('0', 64), 'BOOKING_OWN', now(),
                      0)
              """),
          Map.entry(
              "booking",
              """
              insert into booking (id, created_at, client_id, provider_id, listing_id, slot_from,
                                   slot_to, claim_from, claim_to, zone, country, subdivision,
                                   service_minor, tip_minor, currency, policy, paid_at_placing,
                                   state, state_at, version)
              values (:entry, uuid_time(:entry), :client, :provider, :listing, now(),
                      now() + interval '1 hour', now(), now() + interval '1 hour', 'z', 'CA',
                      'ON', 1, 0, 'CAD', 'moderate', true, 'REQUESTED', now(), 0)
              """),
          Map.entry(
              "booking_step",
              "insert into booking_step (booking_id, phase, at, version)"
                  + " values (:booking, 'COMPLETED', now(), 1)"),
          Map.entry(
              "booking_tax_line",
              "insert into booking_tax_line (booking_id, position, component, rate_ppm, base_minor,"
                  + " amount_minor, rule) values (:booking, 2, 'QST', 1, 1, 0, 'r')"),
          Map.entry(
              "chargeback_material",
              "insert into chargeback_material (chargeback_id, number, text, told_at)"
                  + " values (:entry, 2, 'theirs', now())"),
          Map.entry(
              "collection_plan",
              "insert into collection_plan (provider_id, mode) values (:provider, 'OFFLINE')"),
          Map.entry(
              "direct_booking",
              "insert into direct_booking (booking_id, due_at) values (:booking, now())"
                  + " on conflict do nothing"),
          Map.entry(
              "earning",
              "insert into earning (booking_id, provider_id, released_at, currency, share_minor,"
                  + " due_minor, reversals, version)"
                  + " values (:booking, :provider, now(), 'CAD', 1, 1, 0, 0)"),
          Map.entry(
              "idempotency_key",
              "insert into idempotency_key (person_id, act, key, fingerprint, sealed_answer)"
                  + " values (:client, 'a', 'k', 'f', 'x')"),
          Map.entry(
              "invoice_note",
              "insert into invoice_note (invoice_id, audience, text, version)"
                  + " values (:entry, 'BOTH', 'theirs', 1) on conflict do nothing"),
          Map.entry(
              "ledger_tx",
              "insert into ledger_tx (id, created_at, key, kind, booking_id, postings_sha256, at)"
                  + " values (:listing, uuid_time(:listing), 'k', 'REFUND', :booking,"
                  + " repeat('0', 64), now())"),
          Map.entry(
              "listing",
              """
              insert into listing (id, provider_id, slug, title, description, category, pricing,
                                   price_minor, currency, length_minutes, step_minutes,
                                   before_minutes, after_minutes, location, payment_flow, state,
                                   state_at, created_at, version, words, lat, lon)
              values (:entry, :provider, 'theirs', 't', 'd', 'OTHER', 'FIXED', 1, 'CAD', 60, 60, 0,
                      0, 'REMOTE', 'CAPTURE_HOLD', 'ACTIVE', now(), now(), 0, '', 0, 0)
              """),
          Map.entry(
              "payee",
              "insert into payee (provider_id, details_submitted, payouts_enabled, version)"
                  + " values (:provider, true, true, 0)"),
          Map.entry(
              "payer",
              "insert into payer (user_id, forgotten, version) values (:client, false, 0)"),
          Map.entry(
              "payment",
              """
              insert into payment (booking_id, client_id, provider_id, currency, service_minor,
                                   tip_minor, state, state_at, refunding, refunding_service_minor,
                                   refunding_tip_minor, refunded_service_minor, refunded_tip_minor,
                                   refunds, outcome_unknown, owed_service_minor, owed_tip_minor,
                                   version)
              values (:booking, current_person(), :provider, 'CAD', 1, 0, 'NONE', now(), false, 0,
                      0, 0, 0, 0, false, 0, 0, 0)
              """),
          Map.entry(
              "payment_method",
              "insert into payment_method (id, user_id, payer_reference, brand, last_digits,"
                  + " expiry_month, expiry_year, preferred, state, state_at, version)"
                  + " values (:draft, :client, 'c', 'visa', '4242', 12, 2034, false, 'ASKED',"
                  + " now(), 0)"),
          Map.entry(
              "payment_operation",
              """
              insert into payment_operation (subject_kind, subject_id, step, number, attempt,
                                             amount_minor, currency, method, state, state_at,
                                             first_sent_at, checks, next_check_at, version)
              values ('booking', :booking, 'CAPTURE', 1, 2, 1, 'CAD', 'm', 'SENT', now(), now(), 0,
                      now(), 0)
              """),
          Map.entry(
              "payment_tax_line",
              "insert into payment_tax_line (booking_id, position, component, rate_ppm, base_minor,"
                  + " amount_minor, rule, refunding_minor, refunded_minor, owed_minor)"
                  + " values (:booking, 2, 'QST', 1, 1, 0, 'r', 0, 0, 0)"),
          Map.entry(
              "payout_plan",
              "insert into payout_plan (provider_id, schedule, paused, left_behind, version)"
                  + " values (:provider, 'MANUAL', false, false, 0)"),
          Map.entry(
              "posting",
              "insert into posting (tx_id, created_at, position, account, amount_minor, currency)"
                  + " values (:entry, uuid_time(:entry), 3, 'rounding', 1, 'CAD')"),
          Map.entry(
              "provider",
              """
              insert into provider (id, owner_id, slug, business_name, country, subdivision,
                                    postal_code, time_zone, verification, verification_at,
                                    standing, payable, registered_at, version)
              values (:entry, :client, 'theirs', 'b', 'CA', 'ON', 'p', 'z', 'VERIFIED', now(),
                      'ACTIVE', true, now(), 0)
              """),
          Map.entry(
              "review",
              "insert into review (id, booking_id, listing_id, provider_id, author_id, direction,"
                  + " rating, comment, status, at) values (:entry, :booking, :listing, :provider,"
                  + " current_person(), 'CLIENT_TO_PROVIDER', 1, 'bad', 'PUBLISHED', now())"),
          Map.entry(
              "slot_claim",
              "insert into slot_claim (provider_id, unit, during, booking_id)"
                  + " values (:provider, 2, tstzrange(now(), null), :booking)"),
          Map.entry(
              "timetable", "insert into timetable (provider_id, version) values (:provider, 0)"),
          Map.entry("user_role", "insert into user_role (user_id, role) values (:client, 'ADMIN')"),
          Map.entry(
              "weekly_hours",
              "insert into weekly_hours (provider_id, day, from_minute, to_minute)"
                  + " values (:provider, 2, 0, 60)"));

  private ForeignRows() {}
}
