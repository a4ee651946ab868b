package vn.eid.examples.hospital;

import vn.eid.consent.Purpose;

/** What the hospital wants records for. The citizen reads the sentence. */
enum CarePurpose {
  TREATMENT("Khám và điều trị tại Bệnh viện Hoa Sen", "Treatment at Lotus Hospital"),
  HEALTH_CHECK("Khám sức khỏe định kỳ tại Bệnh viện Hoa Sen", "Health check at Lotus Hospital");

  private final String vietnamese;
  private final String english;

  CarePurpose(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  Purpose purpose() {
    return Purpose.of(name(), vietnamese, english);
  }
}
