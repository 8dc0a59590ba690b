package magicbench.harness.training;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;

/**
 * A file of named 32-bit float arrays in the safetensors format: eight bytes with the header's
 * length, a JSON header that gives type, shape and place of every array, then the arrays, row by
 * row, everything little-endian. The metadata's entry {@code sha256} seals the file.
 */
public final class Safetensors {

  /** The longest header that is read: the limit of the format's reference implementation. */
  static final long MAXIMUM_HEADER_BYTES = 100_000_000;

  private static final String METADATA = "__metadata__";
  private static final String REMEDY = "delete it and run again, or restore it from a copy";
  private static final int CHUNK_FLOATS = 1 << 16;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final long dataStart;
  private final SortedMap<String, String> metadata;
  private final SortedMap<String, TensorPlace> places;

  private Safetensors(
      Path file,
      long dataStart,
      SortedMap<String, String> metadata,
      SortedMap<String, TensorPlace> places) {
    this.file = file;
    this.dataStart = dataStart;
    this.metadata = metadata;
    this.places = places;
  }

  /** Gives an array's values when they are about to be written. */
  public interface Source {

    /**
     * The array's shape.
     *
     * @return its dimensions, outermost first
     */
    long[] shape();

    /**
     * The array's values.
     *
     * @return as many as the shape says, row by row
     */
    float[] values();
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @param file where to
   * @param metadata free text entries; {@code sha256} is added
   * @param arrays the arrays; each is asked for its values twice, in order: to hash and to write
   * @throws InputException when the disk refuses
   */
  public static void write(
      Path file, SortedMap<String, String> metadata, SortedMap<String, ? extends Source> arrays) {
    byte[] header = sealedHeader(metadata, arrays);
    WholeFile.write(
        file,
        out -> {
          out.write(littleEndian(Long.BYTES).putLong(header.length).array());
          out.write(header);
          for (Source source : arrays.values()) {
            forEachChunk(source.values(), (bytes, count) -> out.write(bytes, 0, count));
          }
        });
  }

  private static byte[] sealedHeader(
      SortedMap<String, String> metadata, SortedMap<String, ? extends Source> arrays) {
    SortedMap<String, String> blank = new TreeMap<>(metadata);
    blank.put(SafetensorsSeal.KEY, SafetensorsSeal.BLANK);
    byte[] header = header(blank, arrays);
    SafetensorsSeal seal = new SafetensorsSeal(header);
    try {
      for (Source source : arrays.values()) {
        forEachChunk(source.values(), seal::update);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a digest in memory reads no disk", e);
    }
    return SafetensorsSeal.replace(header, SafetensorsSeal.BLANK, seal.hexadecimal());
  }

  private static byte[] header(
      SortedMap<String, String> metadata, SortedMap<String, ? extends Source> arrays) {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode texts = header.putObject(METADATA);
    metadata.forEach(texts::put);
    long offset = 0;
    for (Map.Entry<String, ? extends Source> entry : arrays.entrySet()) {
      TensorPlace place = new TensorPlace(entry.getValue().shape(), offset);
      offset = place.end();
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", "F32");
      ArrayNode shape = node.putArray("shape");
      place.shape().forEach(shape::add);
      node.putArray("data_offsets").add(place.begin()).add(place.end());
    }
    String text = header.toString();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    String padding = " ".repeat(Math.floorMod(-length, Long.BYTES));
    return (text + padding).getBytes(StandardCharsets.UTF_8);
  }

  /** Takes bytes. */
  private interface Sink {
    void take(byte[] bytes, int count) throws IOException;
  }

  private static void forEachChunk(float[] values, Sink sink) throws IOException {
    byte[] bytes = new byte[CHUNK_FLOATS * Float.BYTES];
    FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (int from = 0; from < values.length; from += CHUNK_FLOATS) {
      int count = Math.min(CHUNK_FLOATS, values.length - from);
      floats.clear().put(values, from, count);
      sink.take(bytes, count * Float.BYTES);
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Opens a file and checks its header against its size, but not its seal.
   *
   * @param file the file
   * @return what the header says; values are read when asked for
   * @throws InputException when the file can't be read or is no such file, whole and sound
   */
  public static Safetensors open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long headerBytes = headerBytes(file, channel, size);
      byte[] text = new byte[Math.toIntExact(headerBytes)];
      readAt(channel, Long.BYTES, text.length).get(text);
      JsonNode header = JSON.readTree(text);
      long dataStart = Long.BYTES + headerBytes;
      SafetensorsHeader parsed = SafetensorsHeader.of(header, size - dataStart);
      return new Safetensors(file, dataStart, parsed.metadata(), parsed.places());
    } catch (JsonProcessingException e) {
      throw new InputException(
          file.toString(), "header is no sound JSON (" + e.getOriginalMessage() + ")", REMEDY, e);
    } catch (IOException e) {
      throw new InputException(file.toString(), "can't be read (" + e + ")", REMEDY, e);
    } catch (IllegalArgumentException e) {
      throw new InputException(file.toString(), String.valueOf(e.getMessage()), REMEDY, e);
    }
  }

  private static long headerBytes(Path file, FileChannel channel, long size) throws IOException {
    if (size < Long.BYTES) {
      throw new InputException(file.toString(), "is cut short at " + size + " bytes", REMEDY);
    }
    long bytes = readAt(channel, 0, Long.BYTES).getLong();
    if (bytes < 2 || bytes > MAXIMUM_HEADER_BYTES || bytes > size - Long.BYTES) {
      throw new InputException(
          file.toString(),
          "announces a header of " + Long.toUnsignedString(bytes) + " bytes in " + size,
          REMEDY);
    }
    return bytes;
  }

  private static ByteBuffer readAt(FileChannel channel, long position, int bytes)
      throws IOException {
    ByteBuffer buffer = littleEndian(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file ends at byte " + (position + buffer.position()));
      }
    }
    return buffer.flip();
  }

  /**
   * Reads the whole file and compares it with its seal.
   *
   * @throws InputException when a bit isn't as it was written, or the file bears no seal
   */
  public void verify() {
    String written = metadata.getOrDefault(SafetensorsSeal.KEY, "no sha256");
    String found;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] header = new byte[Math.toIntExact(dataStart - Long.BYTES)];
      readAt(channel, Long.BYTES, header.length).get(header);
      SafetensorsSeal seal =
          new SafetensorsSeal(SafetensorsSeal.replace(header, written, SafetensorsSeal.BLANK));
      seal.update(channel, dataStart);
      found = seal.hexadecimal();
    } catch (IOException e) {
      throw new InputException(file.toString(), "can't be read (" + e + ")", REMEDY, e);
    }
    if (!found.equals(written)) {
      throw new InputException(
          file.toString(), "is damaged: its SHA-256 is " + found + ", not " + written, REMEDY);
    }
  }

  /**
   * The free text entries.
   *
   * @return entries by name, sorted
   */
  public SortedMap<String, String> metadata() {
    return new TreeMap<>(metadata);
  }

  /**
   * The shapes of all arrays.
   *
   * @return shapes by name, sorted
   */
  public SortedMap<String, List<Long>> shapes() {
    SortedMap<String, List<Long>> shapes = new TreeMap<>();
    places.forEach((name, place) -> shapes.put(name, place.shape()));
    return shapes;
  }

  /**
   * Reads one array.
   *
   * @param name the array's name
   * @return its values, row by row
   * @throws InputException when the file has no such array or can't be read
   */
  public float[] values(String name) {
    TensorPlace place =
        Optional.ofNullable(places.get(name))
            .orElseThrow(() -> new InputException(file.toString(), "has no array " + name, REMEDY));
    float[] values = new float[Math.toIntExact(place.size())];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int from = 0; from < values.length; from += CHUNK_FLOATS) {
        int count = Math.min(CHUNK_FLOATS, values.length - from);
        long position = dataStart + place.begin() + (long) from * Float.BYTES;
        readAt(channel, position, count * Float.BYTES).asFloatBuffer().get(values, from, count);
      }
    } catch (IOException e) {
      throw new InputException(file.toString(), "can't be read (" + e + ")", REMEDY, e);
    }
    return values;
  }
}
