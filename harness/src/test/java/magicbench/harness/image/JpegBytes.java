package magicbench.harness.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG files for tests. */
final class JpegBytes {

  private static final int START_BYTES = 2;

  private JpegBytes() {}

  static byte[] colour(int height, int width, int rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(image, rgb);
    return written(image, "jpeg");
  }

  static byte[] grey(int height, int width, int value) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int place = 0; place < height * width; place++) {
      image.getRaster().setSample(place % width, place / width, 0, value);
    }
    return written(image, "jpeg");
  }

  static byte[] png(int height, int width, int rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(image, rgb);
    return written(image, "png");
  }

  static byte[] bmp() {
    return written(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "bmp");
  }

  /** 16 × 32, each quarter of its own grey. */
  static byte[] quarters(int topLeft, int topRight, int bottomLeft, int bottomRight) {
    int[] greys = {topLeft, topRight, bottomLeft, bottomRight};
    BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    for (int place = 0; place < 16 * 32; place++) {
      int row = place / 32;
      int column = place % 32;
      image.setRGB(column, row, 0x010101 * greys[row / 8 * 2 + column / 16]);
    }
    return written(image, "jpeg");
  }

  private static void fill(BufferedImage image, int rgb) {
    for (int place = 0; place < image.getWidth() * image.getHeight(); place++) {
      image.setRGB(place % image.getWidth(), place / image.getWidth(), rgb);
    }
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * 16 × 16 in four inks, as Adobe stores them: 255 for none, 0 for all. A transform of 2 says that
   * the first three are luma and chroma (YCCK), 0 that they are inks.
   */
  static byte[] inks(int transform, int... stored) {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
    for (int place = 0; place < 16 * 16; place++) {
      raster.setPixel(place % 16, place / 16, stored);
    }
    String adobe =
        "ffee000e" + HexFormat.of().formatHex("Adobe".getBytes(StandardCharsets.US_ASCII));
    return with(written(raster), adobe + "006400000000" + String.format("%02x", transform));
  }

  private static byte[] written(Raster raster) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The file with an orientation, big-endian or little-endian. */
  static byte[] held(byte[] jpeg, int orientation, boolean bigEndian) {
    String exif = "457869660000"; // "Exif", two zeros, then a TIFF header and one entry
    String tiff =
        bigEndian
            ? "4d4d002a00000008" + "0001" + "0112" + "0003" + "00000001" + "%04x0000" + "00000000"
            : "49492a0008000000"
                + "0100"
                + "1201"
                + "0300"
                + "01000000"
                + "%02x000000"
                + "00000000";
    return with(jpeg, "ffe10022" + exif + String.format(tiff, orientation));
  }

  private static byte[] with(byte[] jpeg, String segment) {
    byte[] inserted = HexFormat.of().parseHex(segment);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, START_BYTES);
    bytes.writeBytes(inserted);
    bytes.write(jpeg, START_BYTES, jpeg.length - START_BYTES);
    return bytes.toByteArray();
  }
}
