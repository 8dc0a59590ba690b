package magicbench.harness.image;

import com.drew.imaging.jpeg.JpegProcessingException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import magicbench.results.file.InputException;

/**
 * Makes an upright RGB picture of a JPEG or PNG file, whatever its name ends in. The plug-in for
 * JPEG that is on the class path turns printing inks (CMYK, YCCK) into RGB, and colours of a
 * profile in the file into sRGB, which PIL leaves as they are; grey values are taken as they are
 * for red, green and blue; transparency is dropped.
 */
final class PictureDecoder {

  private static final int MAX_PIXELS = 100_000_000;
  private static final Set<String> FORMATS = Set.of("jpeg", "png");
  private static final String REMEDY = "fetch it again, or remove it";

  private final String where;

  /** A decoder of one file; {@code where} names it in messages. */
  PictureDecoder(String where) {
    this.where = where;
  }

  /**
   * Decodes.
   *
   * @param file its bytes
   * @return the picture
   * @throws InputException when the file is of another format, cut off or damaged, or has more than
   *     100 million pixels
   */
  DecodedPicture decode(byte[] file) {
    try {
      return JpegFacts.isJpeg(file) ? jpeg(file) : other(file);
    } catch (InputException e) {
      throw e;
    } catch (IOException | JpegProcessingException | RuntimeException e) {
      // Whatever a decoder throws at a damaged file: their authors didn't foresee everything.
      throw new InputException(where, "can't be decoded (" + e + ")", REMEDY, e);
    }
  }

  private DecodedPicture jpeg(byte[] file) throws IOException, JpegProcessingException {
    if (!JpegFacts.isWhole(file)) {
      throw new InputException(where, "is cut off", REMEDY);
    }
    JpegFacts facts = JpegFacts.of(file);
    Picture picture = facts.orientation().upright(rgb(image(file)));
    return new DecodedPicture(picture, facts.components(), !facts.orientation().isUpright());
  }

  private DecodedPicture other(byte[] file) throws IOException {
    BufferedImage image = image(file);
    return new DecodedPicture(rgb(image), isGrey(image) ? 1 : 3, false);
  }

  private BufferedImage image(byte[] file) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      ImageReader reader = reader(in);
      try {
        reader.setInput(in, true, true);
        requireSmall(reader.getWidth(0), reader.getHeight(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }

  private ImageReader reader(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
      reader.dispose();
    }
    throw new InputException(where, "is neither JPEG nor PNG", REMEDY);
  }

  private void requireSmall(int width, int height) {
    if ((long) width * height > MAX_PIXELS) {
      throw new InputException(
          where,
          "has " + width + " × " + height + " pixels, more than " + MAX_PIXELS,
          "make it smaller, or remove it");
    }
  }

  private static Picture rgb(BufferedImage image) {
    byte[] pixels = new byte[3 * image.getWidth() * image.getHeight()];
    for (int row = 0; row < image.getHeight(); row++) {
      copyRow(image, row, pixels);
    }
    return new Picture(3, image.getHeight(), image.getWidth(), pixels);
  }

  private static void copyRow(BufferedImage image, int row, byte[] pixels) {
    int width = image.getWidth();
    int plane = width * image.getHeight();
    int[] values = row(image, row);
    int bands = values.length / width;
    for (int column = 0; column < width; column++) {
      for (int channel = 0; channel < 3; channel++) {
        int band = bands < 3 ? 0 : channel;
        pixels[channel * plane + row * width + column] = (byte) values[column * bands + band];
      }
    }
  }

  /** A row's values, 1 to 4 for each pixel. */
  private static int[] row(BufferedImage image, int row) {
    if (hasPlainBytes(image)) {
      Raster raster = image.getRaster();
      int left = raster.getMinX();
      return raster.getPixels(left, raster.getMinY() + row, image.getWidth(), 1, (int[]) null);
    }
    int[] values = new int[3 * image.getWidth()];
    for (int column = 0; column < image.getWidth(); column++) {
      int colour = image.getRGB(column, row);
      values[3 * column] = colour >> 16 & 0xFF;
      values[3 * column + 1] = colour >> 8 & 0xFF;
      values[3 * column + 2] = colour & 0xFF;
    }
    return values;
  }

  /** Whether the bytes are grey or RGB values. Java would brighten grey ones that it converts. */
  private static boolean hasPlainBytes(BufferedImage image) {
    return image.getColorModel() instanceof ComponentColorModel model
        && model.getTransferType() == DataBuffer.TYPE_BYTE
        && (isGrey(image) || model.getColorSpace().getType() == ColorSpace.TYPE_RGB);
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }
}
