package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  private static final String HEADER =
      "{\"__metadata__\":{\"format\":\"test\"},"
          + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
          + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[8,12]}}";

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("net.safetensors");
  }

  @SuppressWarnings("ArrayRecordComponent") // a fixture, never compared
  private record Values(long[] shape, float[] values) implements Safetensors.Source {}

  private void writeTwoArrays() {
    TreeMap<String, Safetensors.Source> arrays = new TreeMap<>();
    arrays.put("b", new Values(new long[] {1, 1}, new float[] {-0.0f}));
    arrays.put("a", new Values(new long[] {2}, new float[] {1.5f, Float.NaN}));
    Safetensors.write(file(), new TreeMap<>(Map.of("format", "test")), arrays);
  }

  private static byte[] bytes(String header, int dataBytes) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
  }

  @Test
  void writes_the_published_layout() throws IOException {
    writeTwoArrays();
    byte[] written = Files.readAllBytes(file());
    String padded = HEADER + " ".repeat(Math.floorMod(-HEADER.length(), 8));
    ByteBuffer expected = ByteBuffer.wrap(bytes(padded, 12)).order(ByteOrder.LITTLE_ENDIAN);
    expected.position(expected.limit() - 12);
    expected.putFloat(1.5f).putFloat(Float.NaN).putFloat(-0.0f);
    assertThat(written).isEqualTo(expected.array());
  }

  @Test
  void reads_back_what_was_written_bit_for_bit() {
    writeTwoArrays();
    Safetensors stored = Safetensors.open(file());
    assertThat(stored.metadata()).isEqualTo(Map.of("format", "test"));
    assertThat(stored.shapes()).isEqualTo(Map.of("a", List.of(2L), "b", List.of(1L, 1L)));
    assertThat(stored.values("a")).containsExactly(1.5f, Float.NaN);
    assertThat(Float.floatToRawIntBits(stored.values("b")[0])).isEqualTo(0x80000000);
  }

  @ParameterizedTest
  @CsvSource({"0", "7", "8", "100", "-1"})
  void refuses_a_file_that_is_cut_short(int length) throws IOException {
    byte[] whole = bytes(HEADER, 12);
    int kept = Math.floorMod(length, whole.length);
    write(Arrays.copyOf(whole, kept));
    assertRefused("");
  }

  @Test
  void refuses_trailing_bytes() throws IOException {
    write(bytes(HEADER, 13));
    assertRefused("holds 13 bytes of data where its header says 12");
  }

  @Test
  void refuses_an_endless_header() throws IOException {
    byte[] whole = bytes(HEADER, 12);
    whole[6] = 1;
    write(whole);
    assertRefused("announces a header of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[8,12] | [4,8] | begins at byte 4, not 8",
        "[8,12] | [12,16] | begins at byte 12, not 8",
        "[8,12] | [8,16] | doesn't fit its bytes",
        "[8,12] | [8] | no data_offsets of two numbers",
        "[8,12] | [8,-12] | the size or offset -12",
        "[1,1] | [9223372036854775807,9] | too large",
        "[1,1] | [-1] | the size or offset -1",
        "\"b\": | \"a\": | Duplicate field 'a'",
        "\"shape\":[1,1] | \"form\":[1,1] | lacks shape",
        "\"F32\",\"shape\":[1,1] | \"F64\",\"shape\":[1,1] | has the type 'F64', not F32",
        "}} | } | no sound JSON"
      })
  void refuses_a_header_that_lies(String sound, String broken, String message) throws IOException {

    write(bytes(HEADER.replace(sound, broken), 12));
    assertRefused(message);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> Safetensors.open(file()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file().toString())
        .hasMessageContaining(message)
        .hasMessageContaining("delete it and run again");
  }

  @Test
  void refuses_a_file_that_is_not_there() {
    assertRefused("can't be read");
  }
}
