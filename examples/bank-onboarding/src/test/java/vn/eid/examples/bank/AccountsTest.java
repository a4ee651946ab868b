package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BankTest
class AccountsTest {
  @Autowired private JdbcClient database;
  @Autowired private Clock clock;

  @BeforeEach
  void begin() {
    TestDatabase.empty(database);
  }

  @Test
  void aNumberThatIsTakenIsDrawnAgain() {
    Customer customer = new Customer(identified(), true, Optional.empty(), false, Optional.empty());
    List<String> drawn = List.of("1000000001", "1000000002", "8800000003");
    new Accounts(database, clock, drawn.iterator()::next).open(customer);
    assertThat(
            database
                .sql("select number from account where customer_id is not null")
                .query(String.class)
                .list())
        .containsExactly("8800000003");
  }

  @Test
  void numbersAreOfTenDigitsAndDoNotFollowEachOther() {
    AccountNumbers numbers = AccountNumbers.atRandom();
    long one = Long.parseLong(numbers.draw());
    assertThat(numbers.draw()).matches("88[0-9]{8}");
    assertThat(List.of(numbers.draw(), numbers.draw()))
        .isNotEqualTo(List.of(Long.toString(one + 2), Long.toString(one + 3)));
  }

  private long identified() {
    return database
        .sql(
            """
            insert into customer (subject, full_name, citizen_id, birth_date, identified_at)
            values ('one', 'Người Thử', '099085000011', '1985-03-12', now()) returning id
            """)
        .query(Long.class)
        .single();
  }
}
