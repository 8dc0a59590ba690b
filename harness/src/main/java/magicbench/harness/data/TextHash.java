package magicbench.harness.data;

import java.nio.charset.StandardCharsets;

/** A 64-bit hash of text that is the same on every machine. */
final class TextHash {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TextHash() {}

  /**
   * FNV-1a over UTF-8, then the finaliser of SplitMix64 (Steele, Lea and Flood 2014), whose every
   * bit depends on all of the input.
   */
  static long of(String salt, String text) {
    long hash = OFFSET;
    for (byte value : (salt + '\0' + text).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (value & 0xff)) * PRIME;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
