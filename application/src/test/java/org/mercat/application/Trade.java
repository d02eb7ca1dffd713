package org.mercat.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.mercat.application.availability.SetWeeklyHours;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.BookingDetails;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.catalog.CreateListing;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.EnsureFirstAdmin;
import org.mercat.application.identity.LogIn;
import org.mercat.application.identity.RegisterUser;
import org.mercat.application.payment.OpenPayeeAccount;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SettleOperation;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.provider.RegisterProvider;
import org.mercat.application.provider.VerifyProvider;
import org.mercat.application.shared.Caller;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Escrow;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/** The steps of the main job, each of which has to succeed. */
public final class Trade {

  /** A Tuesday, 10 o'clock in Toronto: more than two days after the start. */
  public static final Instant TUESDAY = Instant.parse("2026-11-24T15:00:00Z");

  private static final Password PASSWORD = Password.chosen("correct horse");

  /** A provider that can be booked. */
  public record Shop(Caller owner, ProviderId provider, ListingId listing) {}

  /** Where a booking and its money are. */
  public record Stand(Phase phase, Whereabouts money) {}

  public final WholeMarket market = new WholeMarket();
  private int people;
  private int events;

  public Caller client() {
    return registered(Role.CLIENT);
  }

  public Caller vendor() {
    return registered(Role.PROVIDER);
  }

  public Caller admin() {
    var email = EmailAddress.of("admin@example.org");
    assertThat(market.ensureFirstAdmin.handle(new EnsureFirstAdmin.Command(email, PASSWORD)))
        .isNotNull();
    return signedIn(email);
  }

  /** In Ontario, offering that; works every day from 8 to 20. */
  public Shop shop(Offering offering) {
    return shop(Offers.IN_ONTARIO, offering);
  }

  public Shop shop(Profile profile, Offering offering) {
    var owner = vendor();
    var provider = provider(owner, profile);
    openPayee(owner);
    verify(provider);
    var listing = listed(owner, offering);
    publish(owner, listing);
    workEveryDay(owner);
    return new Shop(owner, provider, listing);
  }

  public ProviderId provider(Caller owner, Profile profile) {
    var outcome = market.registerProvider.handle(new RegisterProvider.Command(owner, profile));
    return as(RegisterProvider.Outcome.Registered.class, outcome).provider().id();
  }

  /** Opens the account at the gateway, and finishes it on the gateway's page. */
  public void openPayee(Caller owner) {
    var outcome = market.openPayeeAccount.handle(new OpenPayeeAccount.Command(owner));
    var url = as(OpenPayeeAccount.Outcome.Link.class, outcome).url();
    market.in.gateway.finishOnboarding(new OnboardingLink(url));
    told(Kind.PAYEE_CHANGED, new GatewayReference(url.substring(url.lastIndexOf('/') + 1)));
  }

  public void verify(ProviderId provider) {
    var verdict = new VerifyProvider.Verdict.Trusted();
    var outcome =
        market.verifyProvider.handle(new VerifyProvider.Command(admin(), provider, verdict));
    assertThat(outcome).isInstanceOf(VerifyProvider.Outcome.Judged.class);
  }

  public ListingId listed(Caller owner, Offering offering) {
    var outcome = market.createListing.handle(new CreateListing.Command(owner, offering));
    return as(CreateListing.Outcome.Drafted.class, outcome).listing().id();
  }

  public void publish(Caller owner, ListingId listing) {
    assertThat(onListing(owner, listing, new ActOnListing.Act.Publish()))
        .isInstanceOf(ActOnListing.Outcome.Done.class);
  }

  public ActOnListing.Outcome onListing(Caller owner, ListingId listing, ActOnListing.Act act) {
    var name = new Name.ById(listing);
    return market.actOnListing.handle(
        new ActOnListing.Command(owner, name, OptionalLong.empty(), act));
  }

  public void workEveryDay(Caller owner) {
    var hours =
        Arrays.stream(DayOfWeek.values())
            .map(day -> new Hours(day, LocalTime.of(8, 0), LocalTime.of(20, 0)))
            .toList();
    var outcome =
        market.setWeeklyHours.handle(
            new SetWeeklyHours.Command(owner, OptionalLong.empty(), hours));
    assertThat(outcome).isInstanceOf(SetWeeklyHours.Outcome.Set.class);
  }

  /** Books as asked; what is to be paid at once is paid, or declined. */
  public BookingId booked(PlaceBooking.Command command) {
    var outcome = market.placeBooking.handle(command);
    var booking = as(PlaceBooking.Outcome.Placed.class, outcome).booking();
    runOperations(booking);
    return booking;
  }

  /** Books the shop for Tuesday with a tip of 10.00, and pays at once. */
  public BookingId booked(Caller client, Shop shop, PaymentMethod method) {
    return booked(Order.of(client, shop).tipped(1_000).paidWith(method).command());
  }

  @CanIgnoreReturnValue
  public SettleOperation.Outcome runOperations(BookingId booking) {
    return market.runOperations.handle(new RunOperations.Command(BookingEvent.subject(booking)));
  }

  /** Does what the act asks of the gateway as well. */
  public void act(Caller caller, BookingId booking, Act act) {
    assertThat(tried(caller, booking, act)).isEqualTo(new ActOnBooking.Outcome.Done(booking));
    runOperations(booking);
  }

  public ActOnBooking.Outcome tried(Caller caller, BookingId booking, Act act) {
    return market.actOnBooking.handle(new ActOnBooking.Command(caller, booking, act));
  }

  public void deliverAndConfirm(Shop shop, Caller client, BookingId booking) {
    act(shop.owner(), booking, new Act.Deliver());
    act(client, booking, new Act.Confirm());
  }

  /** The gateway tells that something of its own has changed, and we act on it. */
  public void told(Kind kind, GatewayReference object) {
    events++;
    assertThat(received(new Message("sandbox", "evt_" + events, kind, object(object), "{}")))
        .isEqualTo(ReceiveGatewayEvent.Outcome.KEPT);
    assertThat(market.processGatewayEvents.handle()).isPositive();
  }

  public ReceiveGatewayEvent.Outcome received(Message message) {
    return market.receiveGatewayEvent.handle(new ReceiveGatewayEvent.Command(message));
  }

  public BookingDetails.Outcome.Found details(BookingId booking) {
    var outcome = market.bookingDetails.handle(new BookingDetails.Query(admin(), booking));
    return as(BookingDetails.Outcome.Found.class, outcome);
  }

  public Stand stand(BookingId booking) {
    var view = details(booking).view();
    return new Stand(Phase.of(view.booking().lifecycle()), view.money());
  }

  /** What is held for a booking, in cents. */
  public long held(BookingId booking) {
    var escrow = new Escrow(booking);
    return -(balance(escrow.service())
        + balance(escrow.tax())
        + balance(escrow.tip())
        + balance(escrow.customerFee())
        + balance(escrow.customerFeeTax()));
  }

  /** The balance of an account in cents; a debit is positive. */
  public long balance(Account account) {
    return market.in.ledger.balance(account, Money.of(0, "CAD").currency()).minor();
  }

  /** The books hold what they promise, and everything that was refunded has arrived. */
  public void assertBooksBalance() {
    assertThat(market.ledgerAudit.handle(admin()).orElseThrow().problems()).isEmpty();
    assertThat(balance(Account.REFUNDS_PAYABLE)).isZero();
  }

  /** The outcome, which has to be of that kind. */
  public static <T> T as(Class<T> kind, Object outcome) {
    assertThat(outcome).isInstanceOf(kind);
    return kind.cast(outcome);
  }

  private static Optional<String> object(GatewayReference object) {
    return Optional.of(object.value());
  }

  private Caller registered(Role role) {
    people++;
    var email = EmailAddress.of("person" + people + "@example.org");
    var outcome =
        market.registerUser.handle(
            new RegisterUser.Command(email, PASSWORD, new PersonName("Ada", "Lovelace"), role));
    assertThat(outcome).isInstanceOf(RegisterUser.Outcome.Registered.class);
    return signedIn(email);
  }

  private Caller signedIn(EmailAddress email) {
    var signedIn =
        as(
            LogIn.Outcome.LoggedIn.class,
            market.logIn.handle(new LogIn.Command(email, PASSWORD, SessionOrigin.UNKNOWN)));
    var outcome =
        market.authenticateCaller.handle(
            new AuthenticateCaller.Command(signedIn.accessToken().text()));
    return as(AuthenticateCaller.Outcome.Authenticated.class, outcome).caller();
  }
}
