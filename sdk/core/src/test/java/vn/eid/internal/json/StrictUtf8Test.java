package vn.eid.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The judgement is that of the JDK's decoder, on everything. */
class StrictUtf8Test {
  /** Bytes at which the rules change. */
  private static final int[] EDGES = {
    0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
    0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
  };

  @Test
  void judgesAllSequencesOfFourBytesAtTheEdgesLikeTheDecoder() {
    for (int a : EDGES) {
      for (int b : EDGES) {
        for (int c : EDGES) {
          for (int d : EDGES) {
            same(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
          }
        }
      }
    }
  }

  @Test
  void judgesMixturesOfAnyLengthLikeTheDecoder() {
    Random random = new Random(4);
    String text = "Nguyễn Văn An, huyết sắc tố 13,50 g/dL 💉 ";
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = text.repeat(1 + i % 3).getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      same(bytes);
    }
  }

  private static void same(byte[] bytes) {
    assertThat(StrictUtf8.isWellFormed(bytes, 0, bytes.length)).isEqualTo(decodes(bytes));
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
