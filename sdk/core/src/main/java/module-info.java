/** Vietnam's national digital identity for Java applications. Start at {@link vn.eid.EidClient}. */
@org.jspecify.annotations.NullMarked
module vn.eid.sdk {
  requires static org.jspecify;
  requires transitive okhttp3;
  requires com.fasterxml.jackson.databind;
  requires com.nimbusds.jose.jwt;
  requires de.siegmar.fastcsv;
  requires okio;
  requires org.slf4j;

  exports vn.eid;
  exports vn.eid.audit;
  exports vn.eid.consent;
  exports vn.eid.diagnosis;
  exports vn.eid.login;
  exports vn.eid.population;
  exports vn.eid.records;
  exports vn.eid.spi;
  exports vn.eid.tax;
  exports vn.eid.webhook;
}
