package vn.eid.mock.people;

/**
 * Vietnamese names, family name first. ASSUMED: the weights are rough; that four in ten people are
 * called Nguyễn, and three quarters have one of ten family names, is well known.
 */
final class Names {
  private static final Weighted FAMILY =
      Weighted.of(
          """
          384 Nguyễn, 121 Trần, 95 Lê, 70 Phạm, 30 Hoàng, 21 Huỳnh, 45 Phan, 22 Vũ, 17 Võ, 21 Đặng,
          20 Bùi, 14 Đỗ, 13 Hồ, 13 Ngô, 10 Dương, 10 Trương, 9 Đinh, 8 Đoàn, 7 Lâm, 7 Trịnh, 6 Mai,
          6 Đào, 6 Cao, 5 Lý, 5 Hà, 5 Lương, 4 Tạ, 4 Tô, 3 Chu, 3 Phùng, 3 Thái, 2 Vương, 2 Quách,
          2 Nông, 2 Hứa, 2 Giàng, 2 Lò, 1 Châu, 1 Kiều, 1 Tôn Nữ, 1 Âu Dương, 1 Hoàng Phủ""");

  private static final Weighted MEN_MIDDLE =
      Weighted.of(
          """
          34 Văn, 10 Đức, 9 Minh, 8 Quang, 7 Hữu, 6 Thanh, 5 Công, 4 Xuân, 3 Anh, 3 Tuấn, 3 Quốc,
          2 Gia, 2 Hoàng, 2 Ngọc, 2 -""");

  private static final Weighted WOMEN_MIDDLE =
      Weighted.of(
          """
          45 Thị, 9 Ngọc, 7 Thu, 6 Minh, 5 Thanh, 5 Phương, 4 Kim, 4 Hồng, 3 Thúy, 3 Mỹ, 2 Bích,
          2 Thị Thu, 2 Thị Ngọc, 1 Thị Bích, 2 -""");

  private static final Weighted MEN_GIVEN =
      Weighted.of(
          """
          6 Anh, 5 Hùng, 5 Dũng, 5 Minh, 5 Tuấn, 4 Hải, 4 Sơn, 4 Nam, 4 Long, 4 Thắng, 4 Cường, 3 Bình,
          3 Đức, 3 Hiếu, 3 Huy, 3 Khánh, 3 Thành, 3 Trung, 3 Việt, 2 Phúc, 2 Quân, 2 Đạt, 2 Hòa,
          2 Tâm, 2 Tài, 2 Lộc, 2 Phong, 2 Thịnh, 1 Vinh, 1 Tùng, 1 Kiên, 1 Khoa, 1 Bảo, 1 Quý""");

  private static final Weighted WOMEN_GIVEN =
      Weighted.of(
          """
          6 Anh, 5 Hương, 5 Lan, 5 Linh, 5 Trang, 4 Hà, 4 Hoa, 4 Hằng, 4 Hạnh, 4 Mai, 4 Nga, 4 Thảo,
          3 Phương, 3 Hiền, 3 Thủy, 3 Yến, 3 Nhung, 3 Vân, 3 Huyền, 2 Thúy, 2 Ngọc, 2 Oanh, 2 Loan,
          2 Dung, 2 Tuyết, 2 Quỳnh, 2 Trinh, 2 My, 1 Hòa, 1 Nguyệt, 1 Thoa, 1 Xuân, 1 Diễm""");

  private Names() {}

  static String of(boolean female, Chance chance) {
    String middle = (female ? WOMEN_MIDDLE : MEN_MIDDLE).draw(chance.with(1));
    String given = (female ? WOMEN_GIVEN : MEN_GIVEN).draw(chance.with(2));
    String family = FAMILY.draw(chance.with(3));
    return middle.isEmpty() ? family + " " + given : family + " " + middle + " " + given;
  }
}
