package vn.eid.mock.people;

import java.util.List;
import vn.eid.mock.state.Person.Residence;

/**
 * Where people live: some places of each province in the list of 1 July 2025 (Decision
 * 19/2025/QĐ-TTg). ASSUMED: all are equally likely.
 */
final class Places {
  private record Place(String province, String commune, String name) {
    static Place of(String line) {
      return new Place(line.substring(0, 2), line.substring(3, 8), line.substring(9));
    }
  }

  private static final List<Place> ALL =
      """
          01 00004 Phường Ba Đình, thành phố Hà Nội
          01 09817 Xã Ô Diên, thành phố Hà Nội
          04 01273 Phường Thục Phán, tỉnh Cao Bằng
          04 01525 Xã Đoài Dương, tỉnh Cao Bằng
          08 00691 Phường Hà Giang 2, tỉnh Tuyên Quang
          08 01165 Xã Đồng Tâm, tỉnh Tuyên Quang
          11 03127 Phường Điện Biên Phủ, tỉnh Điện Biên
          11 03241 Xã Sính Phình, tỉnh Điện Biên
          12 03388 Phường Đoàn Kết, tỉnh Lai Châu
          12 03508 Xã Hồng Thu, tỉnh Lai Châu
          14 03646 Phường Tô Hiệu, tỉnh Sơn La
          14 03985 Xã Chiềng Sơn, tỉnh Sơn La
          15 02647 Phường Lào Cai, tỉnh Lào Cai
          15 03121 Xã Minh Lương, tỉnh Lào Cai
          19 01840 Phường Đức Xuân, tỉnh Thái Nguyên
          19 05551 Xã Kim Phượng, tỉnh Thái Nguyên
          20 05977 Phường Đông Kinh, tỉnh Lạng Sơn
          20 06325 Xã Bắc Sơn, tỉnh Lạng Sơn
          22 06652 Phường Hà Tu, tỉnh Quảng Ninh
          22 06895 Xã Đầm Hà, tỉnh Quảng Ninh
          24 07210 Phường Bắc Giang, tỉnh Bắc Ninh
          24 07616 Xã Tây Yên Tử, tỉnh Bắc Ninh
          25 04792 Phường Tân Hòa, tỉnh Phú Thọ
          25 08305 Xã Xuân Viên, tỉnh Phú Thọ
          31 10507 Phường Thành Đông, thành phố Hải Phòng
          31 11164 Xã Vĩnh Lại, thành phố Hải Phòng
          33 11953 Phường Phố Hiến, tỉnh Hưng Yên
          33 12631 Xã Thần Khê, tỉnh Hưng Yên
          37 13285 Phường Phủ Lý, tỉnh Ninh Bình
          37 14095 Xã Xuân Hồng, tỉnh Ninh Bình
          38 14758 Phường Hàm Rồng, tỉnh Thanh Hóa
          38 15544 Xã Lam Sơn, tỉnh Thanh Hóa
          40 16681 Phường Thành Vinh, tỉnh Nghệ An
          40 17272 Xã Tân Phú, tỉnh Nghệ An
          42 18073 Phường Thành Sen, tỉnh Hà Tĩnh
          42 18523 Xã Hương Bình, tỉnh Hà Tĩnh
          44 18859 Phường Đồng Thuận, tỉnh Quảng Trị
          44 19309 Xã Trường Phú, tỉnh Quảng Trị
          46 19753 Phường Phú Xuân, thành phố Huế
          46 20071 Xã A Lưới 3, thành phố Huế
          48 20194 Phường Hải Vân, thành phố Đà Nẵng
          48 20716 Xã Đắc Pring, thành phố Đà Nẵng
          51 21025 Phường Cẩm Thành, tỉnh Quảng Ngãi
          51 21496 Xã Ba Động, tỉnh Quảng Ngãi
          52 21553 Phường Quy Nhơn Bắc, tỉnh Gia Lai
          52 23722 Xã Chư Păh, tỉnh Gia Lai
          56 22333 Phường Bắc Nha Trang, tỉnh Khánh Hòa
          56 22702 Xã Suối Hiệp, tỉnh Khánh Hòa
          66 22015 Phường Tuy Hòa, tỉnh Đắk Lắk
          66 24280 Xã Cư M’gar, tỉnh Đắk Lắk
          68 22918 Phường Mũi Né, tỉnh Lâm Đồng
          68 24717 Xã Đức An, tỉnh Lâm Đồng
          75 25195 Phường Bình Phước, tỉnh Đồng Nai
          75 26158 Xã Phú Lâm, tỉnh Đồng Nai
          79 25747 Phường Thủ Dầu Một, Thành phố Hồ Chí Minh
          79 26680 Xã Đất Đỏ, Thành phố Hồ Chí Minh
          80 25459 Phường Tân Ninh, tỉnh Tây Ninh
          80 27865 Xã Thạnh Hóa, tỉnh Tây Ninh
          82 28249 Phường Đạo Thạnh, tỉnh Đồng Tháp
          82 28723 Xã Tân Đông, tỉnh Đồng Tháp
          86 28756 Phường Phú Khương, tỉnh Vĩnh Long
          86 29341 Xã Tiểu Cần, tỉnh Vĩnh Long
          91 30292 Phường Bình Đức, tỉnh An Giang
          91 30697 Xã Vĩnh Trạch, tỉnh An Giang
          92 31120 Phường Cái Khế, thành phố Cần Thơ
          92 31495 Xã Xà Phiên, thành phố Cần Thơ
          96 31825 Phường Bạc Liêu, tỉnh Cà Mau
          96 32083 Xã Tân Lộc, tỉnh Cà Mau
          22 06994 Đặc khu Vân Đồn, tỉnh Quảng Ninh
          91 31078 Đặc khu Phú Quốc, tỉnh An Giang
      """
          .lines()
          .map(line -> Place.of(line.strip()))
          .toList();

  private Places() {}

  static Residence draw(Chance chance) {
    Place place = chance.oneOf(ALL);
    int house = 1 + chance.with(1).below(200);
    return new Residence(
        "Số " + house + " đường Thử Nghiệm, " + place.name(), place.province(), place.commune());
  }
}
