package vn.eid.benchmarks.proof;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Row;
import vn.eid.benchmarks.bare.BareSignature;

/** Who signs. */
public enum Signatory {
  LIMIT(Row.LIMIT, "the signature alone") {
    @Override
    Maker of(Document document, ECKey key, By by) throws Exception {
      BareSignature signature = BareSignature.of(key.toECPrivateKey(), by.provider());
      byte[] input = OURS.of(document, key, by).make().getBytes(StandardCharsets.US_ASCII);
      return () -> Base64URL.encode(signature.sign(input)).toString();
    }
  },
  OURS(Row.OURS, "") {
    @Override
    Maker of(Document document, ECKey key, By by) throws Exception {
      return EidSdkMaker.of(document, key, by);
    }
  },
  NIMBUS("Nimbus", "given the same provider") {
    @Override
    Maker of(Document document, ECKey key, By by) throws Exception {
      return NimbusMaker.of(document, key, by);
    }
  };

  private final String label;
  private final String note;

  Signatory(String label, String note) {
    this.label = label;
    this.note = note;
  }

  abstract Maker of(Document document, ECKey key, By by) throws Exception;

  String note() {
    return note;
  }

  @Override
  public String toString() {
    return label;
  }
}
