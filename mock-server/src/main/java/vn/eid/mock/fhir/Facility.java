package vn.eid.mock.fhir;

import java.util.List;

/** Places that are not on any map: no real hospital is named. */
final class Facility {
  static final List<String> CLINICS =
      List.of(
          "Trạm Y tế Mô Phỏng số 1",
          "Trạm Y tế Mô Phỏng số 2",
          "Trung tâm Tiêm chủng Mô Phỏng Bình Minh",
          "Trung tâm Y tế Mô Phỏng Sao Mai");

  static final List<String> HOSPITALS =
      List.of(
          "Bệnh viện Đa khoa Mô Phỏng Hoa Sen",
          "Bệnh viện Đa khoa Mô Phỏng Sông Xanh",
          "Phòng khám Đa khoa Mô Phỏng Hướng Dương");

  private Facility() {}
}
