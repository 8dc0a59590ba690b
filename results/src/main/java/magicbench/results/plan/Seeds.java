package magicbench.results.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import magicbench.results.file.Hashes;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Named seed streams of one trial: the only place where randomness comes from.
 *
 * <p>A stream's seed is a hash of the trial's seed and the stream's name, so adding a stream moves
 * no other. A step's seed adds the step's number, so a resumed run draws what an uninterrupted one
 * would have drawn.
 *
 * @param seed the trial's seed
 */
public record Seeds(long seed) {

  /**
   * The seed of a named stream.
   *
   * @param name the stream's name, for instance {@code "sampler"}
   * @return 64 bits that depend on the trial's seed and the name only
   */
  public long stream(String name) {
    return Hashes.first64Bits(bytes(name, 0));
  }

  /**
   * The seed of one step of a named stream.
   *
   * @param name the stream's name
   * @param step the step's number, from 0
   * @return 64 bits that depend on the trial's seed, the name and the step only
   */
  public long at(String name, long step) {
    return Hashes.first64Bits(bytes(name + "@", step));
  }

  /**
   * A generator for a named stream.
   *
   * @param name the stream's name
   * @return a fresh generator, the same at every call
   */
  public UniformRandomProvider random(String name) {
    return RandomSource.XO_SHI_RO_256_PP.create(stream(name));
  }

  /**
   * A generator for one step of a named stream.
   *
   * @param name the stream's name
   * @param step the step's number, from 0
   * @return a fresh generator, the same at every call
   */
  public UniformRandomProvider randomAt(String name, long step) {
    return RandomSource.XO_SHI_RO_256_PP.create(at(name, step));
  }

  private byte[] bytes(String name, long step) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(text.length + 2 * Long.BYTES)
        .putLong(seed)
        .putLong(step)
        .put(text)
        .array();
  }
}
