package vn.eid.examples.bank;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of this bank, those of its customers and of some payees. */
@Repository
class Accounts {
  /** So that there is something to try transfers with. */
  private static final long WELCOME_GIFT = 50_000_000;

  /** An account as its holder, or who sends money to it, sees it. Balances are whole dong. */
  record Account(String number, String holder, long balance) {
    @Override
    public String toString() {
      return "Account[…]";
    }
  }

  private final JdbcClient database;
  private final Clock clock;
  private final AccountNumbers numbers;

  Accounts(JdbcClient database, Clock clock, AccountNumbers numbers) {
    this.database = database;
    this.clock = clock;
    this.numbers = numbers;
  }

  /** Opens a customer's account. There is one for each: asking again opens none. */
  void open(Customer customer) {
    boolean drawAgain = true;
    while (drawAgain) {
      drawAgain = !opens(numbers.draw(), customer) && !hasOne(customer);
    }
  }

  private boolean opens(String number, Customer customer) {
    return database
            .sql(
                """
                insert into account (number, holder, customer_id, balance, opened_at)
                select :number, upper(full_name), id, :gift, :now
                from customer where id = :customer
                on conflict do nothing
                """)
            .param("number", number)
            .param("gift", WELCOME_GIFT)
            .param("now", OffsetDateTime.now(clock))
            .param("customer", customer.id())
            .update()
        == 1;
  }

  private boolean hasOne(Customer customer) {
    return database
        .sql("select exists (select from account where customer_id = :customer)")
        .param("customer", customer.id())
        .query(Boolean.class)
        .single();
  }

  Optional<Account> find(String number) {
    return database
        .sql("select number, holder, balance from account where number = :number")
        .param("number", number)
        .query(Account.class)
        .optional();
  }

  /**
   * Keeps others from these accounts until the transaction ends. In the order of their numbers, so
   * that two who pay each other do not wait for each other.
   */
  void hold(String one, String other) {
    List<String> unused =
        database
            .sql(
                """
                select number from account where number in (:one, :other)
                order by number for no key update
                """)
            .param("one", one)
            .param("other", other)
            .query(String.class)
            .list();
  }

  void add(String number, long amount) {
    database
        .sql("update account set balance = balance + :amount where number = :number")
        .param("amount", amount)
        .param("number", number)
        .update();
  }
}
