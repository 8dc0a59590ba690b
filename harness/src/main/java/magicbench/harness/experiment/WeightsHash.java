package magicbench.harness.experiment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import magicbench.harness.supernet.SuperNet;
import magicbench.results.file.Hashes;

/** SHA-256 over all weights, by name: two networks are the same, bit for bit, or they aren't. */
final class WeightsHash {

  private WeightsHash() {}

  static String of(SuperNet net) {
    MessageDigest digest = Hashes.newDigest();
    net.weights()
        .forEach(
            (name, weight) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update(bytes(weight.array().toFloatArray()));
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }
}
