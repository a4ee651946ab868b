package vn.eid.interop;

/** The people who sit at the browser: synthetic, and the same at each provider. */
enum Person {
  ORDINARY("099085000011", "Nguyễn Văn An"),
  OTHER("099192000022", "Trần Thị Bình"),
  DECLINING("099075000112", "Trịnh Nam");

  private final String number;
  private final String fullName;

  Person(String number, String fullName) {
    this.number = number;
    this.fullName = fullName;
  }

  String number() {
    return number;
  }

  String fullName() {
    return fullName;
  }
}
