package org.mercat.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.mercat.application.Offers;
import org.mercat.application.payment.OpenPayeeAccount;
import org.mercat.application.payment.RefundBooking;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payee;

/** Something for which the gateway is asked; a new step is one more. */
public enum Errand {
  CAPTURE {
    @Override
    OperationKey decided(MoneyStage stage) {
      return OperationKey.capture(stage.placed(stage.world.methods().ok()));
    }

    @Override
    void assertDone(MoneyStage stage, OperationKey key) {
      assertThat(stage.trade.stand(key.booking())).isEqualTo(MoneyStage.PAID);
      assertThat(stage.trade.held(key.booking())).isEqualTo(MoneyStage.TOTAL);
    }
  },
  REFUND {
    @Override
    OperationKey decided(MoneyStage stage) {
      var booking = stage.paid();
      assertThat(stage.askRefund(booking, 5_000))
          .isEqualTo(new RefundBooking.Outcome.Started(booking));
      return OperationKey.refund(booking, 1);
    }

    @Override
    void assertDone(MoneyStage stage, OperationKey key) {
      assertThat(stage.trade.held(key.booking())).isEqualTo(MoneyStage.TOTAL - 5_650);
    }
  },
  OPEN_PAYEE {
    @Override
    OperationKey decided(MoneyStage stage) {
      var vendor = stage.trade.vendor();
      var provider = stage.trade.provider(vendor, Offers.IN_QUEBEC);
      assertThat(stage.tasks.onlyDecidePayee.handle(new OpenPayeeAccount.Command(vendor)))
          .isEqualTo(new OpenPayeeAccount.Outcome.Unavailable());
      return OperationKey.openPayee(provider);
    }

    @Override
    void assertDone(MoneyStage stage, OperationKey key) {
      var there = stage.world.done(stage.world.gateway().findPayee(key)).orElseThrow();
      assertThat(stage.trade.market.in.payees.find(key.provider()).flatMap(Payee::reference))
          .contains(there.reference());
    }
  },
  TRANSFER {
    @Override
    OperationKey decided(MoneyStage stage) {
      var booking = stage.earned();
      assertThat(stage.decidePayout().amount().minor()).isEqualTo(MoneyStage.SHARE);
      return OperationKey.transfer(booking, 1);
    }

    @Override
    void assertDone(MoneyStage stage, OperationKey key) {
      stage.completePayout(true);
      assertThat(stage.payable()).isZero();
      assertThat(stage.inTheBank()).isEqualTo(MoneyStage.SHARE);
    }
  },
  REVERSE {
    @Override
    OperationKey decided(MoneyStage stage) {
      var booking = stage.earned();
      assertThat(stage.aDayLater()).isEqualTo(1);
      stage.completePayout(false);
      assertThat(stage.atGateway()).isEqualTo(MoneyStage.SHARE);
      assertThat(stage.askRefund(booking, 5_000))
          .isEqualTo(new RefundBooking.Outcome.Started(booking));
      stage.runOnly(OperationKey.refund(booking, 1));
      return OperationKey.reverse(booking, 1);
    }

    @Override
    void assertDone(MoneyStage stage, OperationKey key) {
      assertThat(stage.atGateway()).isEqualTo(MoneyStage.SHARE - 4_900);
      assertThat(stage.payable()).isZero();
    }
  },
  PAY_OUT {
    @Override
    OperationKey decided(MoneyStage stage) {
      var booking = stage.earned();
      var payout = stage.decidePayout();
      stage.run(BookingEvent.subject(booking));
      return OperationKey.payOut(payout.id());
    }

    @Override
    void assertDone(MoneyStage stage, OperationKey key) {
      stage.completePayout(true);
      assertThat(stage.inTheBank()).isEqualTo(MoneyStage.SHARE);
      assertThat(stage.atGateway()).isZero();
    }
  };

  /** Goes as far as the commit after which the gateway has to be asked under that key. */
  abstract OperationKey decided(MoneyStage stage);

  /** What has to have come of it. */
  abstract void assertDone(MoneyStage stage, OperationKey key);

  void assertDoneOnce(MoneyStage stage, OperationKey key) {
    assertThat(stage.world.made(key)).isEqualTo(1);
    assertDone(stage, key);
    stage.assertAllIsWell();
  }
}
