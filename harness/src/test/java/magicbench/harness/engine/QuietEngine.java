package magicbench.harness.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes the engine heed {@code TORCH_CPP_LOG_LEVEL} in a process of tests.
 *
 * <p>Its library reads that variable in a function which its Python front end calls at start-up and
 * the Java binding doesn't. Without it every convolution of a tiny batch writes a line that it
 * could not initialise NNPACK: far more lines than all others of a build, in which no one finds a
 * failure. A platform whose library lacks the function stays noisy.
 */
public final class QuietEngine implements LauncherSessionListener {

  private static final String LEVEL = "TORCH_CPP_LOG_LEVEL";
  private static final String LIBRARY = "c10";
  private static final String READ_LEVEL = "_ZN3c1011initLoggingEv";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getenv(LEVEL) != null) {
      try {
        readLevel();
      } catch (UnsatisfiedLinkError | EngineException e) {
        System.err.println("the engine's warnings stay on: " + e.getMessage());
      }
    }
  }

  private static void readLevel() {
    Engine.getInstance(); // loads the library; nothing else tells where it lies
    Path library = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName(LIBRARY));
    NativeLibrary.getInstance(library.toString()).getFunction(READ_LEVEL).invokeVoid(null);
  }
}
