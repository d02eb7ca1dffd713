package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.BookingDetails;
import org.mercat.application.booking.BookingList;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.identity.RightsOf;
import org.mercat.application.payment.BookingLedger;
import org.mercat.application.payment.CountFunds;
import org.mercat.application.payment.RecordEarning;
import org.mercat.application.payment.RecordPayment;
import org.mercat.application.payment.RecordTransfers;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.ReleasePayout;
import org.mercat.application.provider.VerifyProvider;
import org.mercat.application.review.LeaveReview;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.PermitAll;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.TenantMembers;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Rating;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.booking.MyBatisBookingReadModel;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.booking.MyBatisFeeTariffs;
import org.mercat.persistence.booking.MyBatisMoneyUnderWay;
import org.mercat.persistence.booking.MyBatisProviderOwners;
import org.mercat.persistence.booking.MyBatisTaxesInForce;
import org.mercat.persistence.catalog.MyBatisListings;
import org.mercat.persistence.catalog.MyBatisSellers;
import org.mercat.persistence.identity.MyBatisUserRights;
import org.mercat.persistence.identity.MyBatisVerification;
import org.mercat.persistence.payment.MyBatisBookingParties;
import org.mercat.persistence.payment.MyBatisEarnings;
import org.mercat.persistence.payment.MyBatisLedger;
import org.mercat.persistence.payment.MyBatisPaymentOperations;
import org.mercat.persistence.payment.MyBatisPayments;
import org.mercat.persistence.provider.MyBatisProviders;
import org.mercat.persistence.review.MyBatisReviewableWork;
import org.mercat.persistence.review.MyBatisReviews;
import org.mercat.persistence.tenancy.MyBatisMembers;

/**
 * The use cases with the first wall taken away: everybody may do everything, and only the database
 * decides. There is a booking between two people, and others who have no part in it.
 */
class SecondWallTest {

  record Viewer(String name, UUID user, TenantId tenant) {
    <T> T call(Function<Caller, T> work) {
      var caller = new Caller(new UserId(user), Set.of(Role.CLIENT, Role.PROVIDER));
      return Acting.guest(tenant).as(caller).call(() -> work.apply(caller));
    }

    /** What a use case answers to this one. */
    Object asks(Function<Caller, Object> work) {
      return call(work);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Sessions SESSIONS = TestDatabase.SESSIONS;
  private static final TenantId TENANT = TestDatabase.newTenant();
  private static final Trade OURS = Trade.any();
  private static final Trade THEIRS = Trade.any();
  private static final BookingId BOOKING = new BookingId(OURS.booking());
  private static final int REQUESTS = 1_000;
  private static final PageRequest PAGE = new PageRequest(20, Optional.empty());

  private final Access access = new PermitAll();
  private final InstantSource clock = InstantSource.system();
  private final UnitOfWork unitOfWork = new MyBatisUnitOfWork(SESSIONS);
  private final MyBatisEventOutbox outbox = new MyBatisEventOutbox(SESSIONS, new Reactions());
  private final MyBatisPayments payments = new MyBatisPayments(SESSIONS);
  private final MyBatisBookingParties parties = new MyBatisBookingParties(SESSIONS);
  private final MyBatisLedger ledger = new MyBatisLedger(SESSIONS);
  private final MyBatisVerification verification = new MyBatisVerification(SESSIONS, false);
  private final MyBatisListings listings = new MyBatisListings(SESSIONS);
  private final MyBatisSellers sellers = new MyBatisSellers(SESSIONS);
  private final MyBatisBookingReadModel readModel = new MyBatisBookingReadModel(SESSIONS);
  private final MyBatisPaymentOperations operations = new MyBatisPaymentOperations(SESSIONS);
  private final MyBatisEarnings earnings = new MyBatisEarnings(SESSIONS);
  private final RecordPayment recordPayment =
      new RecordPayment(
          payments,
          operations,
          ledger,
          new RecordEarning(
              earnings,
              new CountFunds(ledger, earnings),
              new RecordTransfers(earnings, operations, ledger, clock)),
          outbox,
          clock);
  private final BookingDetails bookingDetails =
      new BookingDetails(
          access,
          readModel,
          new MyBatisFeeTariffs(SESSIONS, new InMemoryZoneBook()),
          new MyBatisTaxesInForce(SESSIONS, new InMemoryZoneBook()),
          _ -> {},
          unitOfWork,
          clock);

  @BeforeAll
  static void two_trades() throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      var _ = OURS.storedIn(TENANT, owner);
      var _ = THEIRS.storedIn(TENANT, owner);
    }
  }

  static Stream<Viewer> others() {
    return Stream.of(
        new Viewer("a stranger", UUID.randomUUID(), TENANT),
        new Viewer("a provider without a booking", THEIRS.owner(), TENANT),
        new Viewer("another client", THEIRS.client(), TENANT),
        new Viewer("somebody of another tenant", OURS.client(), TestDatabase.newTenant()));
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_booking_is_not_there_for_others(Viewer other) {
    assertThat(other.asks(it -> bookingDetails.handle(new BookingDetails.Query(it, BOOKING))))
        .isEqualTo(new BookingDetails.Outcome.NotFound());
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_list_of_all_bookings_has_only_the_own_ones(Viewer other) {
    var list = new BookingList(access, readModel, bookingDetails, unitOfWork);

    var listed = other.asks(it -> list.handle(new BookingList.Query(it, Set.of(), PAGE)));

    assertThat(listed.toString()).doesNotContain(OURS.booking().toString());
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobody_acts_on_a_booking_of_others(Viewer other) {
    var act =
        new ActOnBooking(
            access,
            verification,
            new MyBatisBookings(SESSIONS),
            new MyBatisProviderOwners(SESSIONS),
            new MyBatisMoneyUnderWay(SESSIONS),
            outbox,
            unitOfWork,
            clock);
    var cancel = new ActOnBooking.Act.Cancel("I may do everything");

    assertThat(other.asks(it -> act.handle(new ActOnBooking.Command(it, BOOKING, cancel))))
        .isEqualTo(new ActOnBooking.Outcome.NotFound());
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobody_moves_the_money_of_others(Viewer other) {
    var refund = new RefundBooking(access, parties, payments, recordPayment, unitOfWork, clock);
    var release = new ReleasePayout(access, payments, recordPayment, unitOfWork, clock);

    assertThat(
            other.asks(
                it ->
                    refund.handle(
                        new RefundBooking.Command(it, BOOKING, Optional.empty(), "mine now"))))
        .isEqualTo(new RefundBooking.Outcome.NotFound());
    assertThat(other.asks(it -> release.handle(new ReleasePayout.Command(it, BOOKING))))
        .isEqualTo(new ReleasePayout.Outcome.NotFound());
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobody_reads_the_books_of_others(Viewer other) {
    var books = new BookingLedger(access, parties, ledger, _ -> {}, unitOfWork);

    assertThat(other.asks(it -> books.handle(new BookingLedger.Query(it, BOOKING))))
        .isEqualTo(new BookingLedger.Outcome.NotFound());
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobody_reviews_the_work_of_others(Viewer other) {
    var leave =
        new LeaveReview(
            access,
            new MyBatisReviewableWork(SESSIONS),
            new MyBatisReviews(SESSIONS),
            outbox,
            unitOfWork,
            clock);
    var opinion = new Opinion(new Rating(1), Optional.empty(), "I was not there");

    assertThat(other.asks(it -> leave.handle(new LeaveReview.Command(it, BOOKING, opinion))))
        .isEqualTo(new LeaveReview.Outcome.UnknownBooking());
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobody_sees_or_publishes_the_draft_of_others(Viewer other) {
    var draft = new Name.ById(new ListingId(OURS.draft()));
    var details = new ListingDetails(access, listings, sellers, unitOfWork);
    var act = new ActOnListing(access, verification, listings, sellers, outbox, unitOfWork, clock);
    var publish = new ActOnListing.Act.Publish();

    assertThat(other.asks(it -> details.handle(new ListingDetails.Command(Optional.of(it), draft))))
        .isEqualTo(new ListingDetails.Outcome.NotFound());
    assertThat(
            other.asks(
                it ->
                    act.handle(new ActOnListing.Command(it, draft, OptionalLong.empty(), publish))))
        .isEqualTo(new ActOnListing.Outcome.NotFound());
  }

  @ParameterizedTest
  @MethodSource("others")
  void accounts_of_others_are_not_there(Viewer other) {
    var rights = new RightsOf(access, new MyBatisUserRights(SESSIONS), unitOfWork);
    var members = new TenantMembers(new MyBatisMembers(SESSIONS), access, unitOfWork);
    var client = new UserId(other.user().equals(OURS.client()) ? OURS.owner() : OURS.client());

    assertThat(other.asks(it -> rights.handle(new RightsOf.Query(it, client))))
        .isEqualTo(new RightsOf.Outcome.NotFound());
    assertThat(other.asks(it -> members.handle(new TenantMembers.Query(it, PAGE))).toString())
        .doesNotContain(client.value().toString());
  }

  @Test
  void nobody_judges_a_provider_but_an_administrator() {
    var judge =
        new VerifyProvider(access, new MyBatisProviders(SESSIONS), outbox, unitOfWork, clock);
    var rejected = new VerifyProvider.Verdict.NotTrusted(Optional.of("a competitor"));
    var competitor = new Viewer("a competitor", THEIRS.owner(), TENANT);
    var provider = new ProviderId(OURS.provider());

    assertThatThrownBy(
            () ->
                competitor.asks(
                    it -> judge.handle(new VerifyProvider.Command(it, provider, rejected))))
        .isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  void the_parties_see_their_booking_and_its_books() {
    var books = new BookingLedger(access, parties, ledger, _ -> {}, unitOfWork);

    for (var party : List.of(OURS.client(), OURS.owner())) {
      var viewer = new Viewer("a party", party, TENANT);
      assertThat(viewer.asks(it -> bookingDetails.handle(new BookingDetails.Query(it, BOOKING))))
          .isInstanceOf(BookingDetails.Outcome.Found.class);
      assertThat(viewer.asks(it -> books.handle(new BookingLedger.Query(it, BOOKING))))
          .isInstanceOf(BookingLedger.Outcome.Found.class);
    }
  }

  /** what a connection was for the one before, it is not for the next. */
  @Test
  void two_connections_keep_apart_all_who_share_them() throws Exception {
    var sessions = MyBatisSessions.of(TestDatabase.applicationOver(2));
    var shared = new MyBatisBookings(sessions);
    var units = new MyBatisUnitOfWork(sessions);
    var viewers = Stream.concat(Stream.of(client(OURS), client(THEIRS)), others()).toList();
    try (var requests = Executors.newFixedThreadPool(8)) {
      var answers =
          requests.invokeAll(
              IntStream.range(0, REQUESTS)
                  .<Callable<Boolean>>mapToObj(
                      number -> () -> isRight(viewers.get(number % viewers.size()), units, shared))
                  .toList());

      assertThat(answers).hasSize(REQUESTS).allSatisfy(it -> assertThat(it.get()).isTrue());
    }
  }

  private static Viewer client(Trade trade) {
    return new Viewer("a client", trade.client(), TENANT);
  }

  /** Whether somebody sees both bookings, or not, as it should be. */
  private static boolean isRight(Viewer viewer, UnitOfWork units, MyBatisBookings bookings) {
    return Stream.of(OURS, THEIRS)
        .allMatch(
            trade -> {
              var seen =
                  viewer.call(_ -> units.run(() -> bookings.find(new BookingId(trade.booking()))));
              return seen.isPresent() == isParty(viewer, trade);
            });
  }

  private static boolean isParty(Viewer viewer, Trade trade) {
    return viewer.tenant().equals(TENANT)
        && Set.of(trade.client(), trade.owner()).contains(viewer.user());
  }
}
