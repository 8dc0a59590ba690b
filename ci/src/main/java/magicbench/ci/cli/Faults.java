package magicbench.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever goes wrong into one line on the error stream and an exit code. */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("magicbench: " + oneLine(e.getMessage()));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof InputException) {
      err.println("magicbench: " + oneLine(e.getMessage()));
      return ExitCode.BAD_INPUT.code();
    }
    if (e instanceof NoEngineException) {
      err.println("magicbench: " + oneLine(e.getMessage()));
      return ExitCode.NO_ENGINE.code();
    }
    err.println("magicbench: internal fault (" + oneLine(e.toString()) + "); " + keep(e));
    return ExitCode.INTERNAL.code();
  }

  private static String keep(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    try {
      Path file = Files.createTempFile("magicbench-fault-", ".txt");
      Files.writeString(file, trace.toString());
      return "please report it with " + file;
    } catch (IOException unwritable) {
      return "its stack trace could not be kept (" + oneLine(unwritable.toString()) + ")";
    }
  }

  private static String oneLine(String text) {
    return text == null ? "no message" : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
