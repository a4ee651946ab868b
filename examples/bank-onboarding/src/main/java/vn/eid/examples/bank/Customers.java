package vn.eid.examples.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.eid.login.Identity;

/** The customers, by the pseudonym under which e-ID names them to this bank alone. */
@Repository
class Customers {
  private static final String CUSTOMER =
      """
      select c.id, c.terms_accepted_at, c.tax_answer, c.tax_detail, c.blocked_at, a.number
      from customer c left join account a on a.customer_id = c.id
      """;

  private final JdbcClient database;
  private final Clock clock;

  Customers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Optional<Customer> find(Identity citizen) {
    return database
        .sql(CUSTOMER + "where c.subject = :subject")
        .param("subject", citizen.subject())
        .query((row, number) -> customer(row))
        .optional();
  }

  Optional<Customer> underReview(String caseNumber) {
    return database
        .sql(CUSTOMER + "where c.tax_answer = 'UNDER_REVIEW' and c.tax_detail = :case")
        .param("case", caseNumber)
        .query((row, number) -> customer(row))
        .optional();
  }

  /** Notes who it is, as e-ID says. The same citizen again is the same customer. */
  void identify(Identity citizen) {
    database
        .sql(
            """
            insert into customer (subject, full_name, citizen_id, birth_date, identified_at)
            values (:subject, :name, :number, :born, :now) on conflict (subject) do nothing
            """)
        .param("subject", citizen.subject())
        .param("name", citizen.name().orElseThrow())
        .param("number", citizen.citizenId().orElseThrow().value())
        .param("born", citizen.birthDate().orElseThrow().toString())
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  void acceptTerms(Customer customer) {
    database
        .sql("update customer set terms_accepted_at = :now where id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("id", customer.id())
        .update();
  }

  void keep(Customer customer, TaxAnswer answer) {
    database
        .sql("update customer set tax_answer = :kind, tax_detail = :detail where id = :id")
        .param("kind", answer.kind().name())
        .param("detail", answer.detail())
        .param("id", customer.id())
        .update();
  }

  void block(String subject, boolean blocked) {
    database
        .sql("update customer set blocked_at = :at where subject = :subject")
        .param("at", blocked ? OffsetDateTime.now(clock) : null)
        .param("subject", subject)
        .update();
  }

  private static Customer customer(ResultSet row) throws SQLException {
    @Nullable String answer = row.getString("tax_answer");
    @Nullable String detail = row.getString("tax_detail");
    return new Customer(
        row.getLong("id"),
        row.getObject("terms_accepted_at") != null,
        answer == null || detail == null
            ? Optional.empty()
            : Optional.of(new TaxAnswer(TaxAnswer.Kind.valueOf(answer), detail)),
        row.getObject("blocked_at") != null,
        Optional.ofNullable(row.getString("number")));
  }
}
