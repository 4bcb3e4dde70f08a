package app.downshift.cli;

/** Something in the words or files of a command that cannot be: one clear line, exit code 2. */
public final class BadInput extends Exception {
  private static final long serialVersionUID = 1;

  BadInput(String line) {
    super(line);
  }
}
