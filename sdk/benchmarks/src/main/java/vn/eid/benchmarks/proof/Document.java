package vn.eid.benchmarks.proof;

/** What is signed. */
public enum Document {
  /** RFC 9449, section 4.2, with the hash of an access token. */
  DPOP_PROOF("DPoP proof"),
  /** RFC 7523, section 3. */
  CLIENT_ASSERTION("client assertion");

  static final String CLIENT = "clinic";
  static final String ISSUER = "https://id.example.vn";
  static final String RESOURCE = "https://registry.example.vn/records/v1/patients";
  static final String ACCESS_TOKEN = "SlAV32hkKG-SlAV32hkKG-SlAV32hkKG";

  private final String label;

  Document(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
