package vn.eid.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private static final int FRAME = (1 << 16) + 16;
  private static final byte[] KEY = FrameOutput.newKey();
  private static final byte[] CONTEXT = {1, 2, 3};

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void givesBackWhatWasWrittenWhateverItsLength(int length) throws IOException {
    byte[] content = content(length);
    assertThat(open(seal(content), KEY, CONTEXT)).isEqualTo(content);
  }

  @Test
  void showsNothingOfTheContent() throws IOException {
    byte[] sealed =
        seal("Nguyễn Văn An".repeat(10_000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("Nguy");
  }

  @Test
  void refusesAFileOfWhichAnyBitWasChanged() throws IOException {
    byte[] sealed = seal(content(70_000));
    for (int at = 0; at < sealed.length; at += 997) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      refuses(changed, KEY, CONTEXT);
    }
  }

  @Test
  void refusesAFileThatWasCutAnywhereAlsoBetweenTwoFrames() throws IOException {
    byte[] sealed = seal(content(200_000));
    for (int length :
        new int[] {0, 1, 16, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, sealed.length - 1}) {
      refuses(Arrays.copyOf(sealed, length), KEY, CONTEXT);
    }
  }

  @Test
  void refusesFramesInAnotherOrderOrTwiceOrMore() throws IOException {
    byte[] sealed = seal(content(200_000));
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, FRAME, swapped, 0, FRAME);
    System.arraycopy(sealed, 0, swapped, FRAME, FRAME);
    refuses(swapped, KEY, CONTEXT);
    byte[] twice = sealed.clone();
    System.arraycopy(sealed, 0, twice, FRAME, FRAME);
    refuses(twice, KEY, CONTEXT);
    refuses(Arrays.copyOf(sealed, sealed.length + FRAME), KEY, CONTEXT);
  }

  @Test
  void opensInItsOwnPlaceAndUnderItsOwnKeyOnly() throws IOException {
    byte[] sealed = seal(content(10));
    refuses(sealed, KEY, new byte[] {1, 2, 4});
    refuses(sealed, FrameOutput.newKey(), CONTEXT);
  }

  @Test
  void whatWasNotFinishedDoesNotOpen() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameOutput frames = new FrameOutput(out, KEY, CONTEXT);
    frames.write(content(200_000));
    refuses(out.toByteArray(), KEY, CONTEXT);
  }

  private static byte[] seal(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameOutput frames = new FrameOutput(out, KEY, CONTEXT);
    frames.write(content);
    frames.finish();
    return out.toByteArray();
  }

  private static byte[] open(byte[] sealed, byte[] key, byte[] context) throws IOException {
    try (FrameInput in = new FrameInput(new ByteArrayInputStream(sealed), key, context)) {
      return in.readAllBytes();
    }
  }

  private static void refuses(byte[] sealed, byte[] key, byte[] context) {
    assertThatExceptionOfType(AlteredFileException.class)
        .isThrownBy(() -> open(sealed, key, context));
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }
}
