package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import magicbench.results.file.Hashes;
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
    byte[] blank = withTwoArrays(sealed("0".repeat(64)));
    String seal = Hashes.sha256(Arrays.copyOfRange(blank, Long.BYTES, blank.length));
    assertThat(written).isEqualTo(withTwoArrays(sealed(seal)));
  }

  private static String sealed(String seal) {
    String header = HEADER.replace("\"test\"", "\"test\",\"sha256\":\"" + seal + "\"");
    return header + " ".repeat(Math.floorMod(-header.length(), 8));
  }

  private static byte[] withTwoArrays(String header) {
    ByteBuffer all = ByteBuffer.wrap(bytes(header, 12)).order(ByteOrder.LITTLE_ENDIAN);
    all.position(all.limit() - 12);
    return all.putFloat(1.5f).putFloat(Float.NaN).putFloat(-0.0f).array();
  }

  @Test
  void refuses_a_file_in_which_any_bit_was_flipped() throws IOException {
    writeTwoArrays();
    byte[] whole = Files.readAllBytes(file());
    for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      write(flipped);
      assertThatThrownBy(() -> Safetensors.open(file()).verify())
          .as("bit %d", bit)
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void accepts_a_file_as_it_was_written() {
    writeTwoArrays();
    assertThatCode(() -> Safetensors.open(file()).verify()).doesNotThrowAnyException();
  }

  @Test
  void refuses_a_file_without_a_seal() throws IOException {
    write(bytes(HEADER, 12));
    assertThatThrownBy(() -> Safetensors.open(file()).verify())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not no sha256");
  }

  @Test
  void reads_back_what_was_written_bit_for_bit() {
    writeTwoArrays();
    Safetensors stored = Safetensors.open(file());
    assertThat(stored.metadata())
        .containsOnlyKeys("format", "sha256")
        .containsEntry("format", "test");
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
