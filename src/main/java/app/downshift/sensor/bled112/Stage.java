package app.downshift.sensor.bled112;

/** Where the conversation with the stick stands: which command is out, or what is waited for. */
enum Stage {
  /** Nothing was said yet, or it is all over. */
  SILENT,
  /** A connection that a crashed program may have left is ended. */
  HANG_UP,
  /** The stick is asked for other connections that were left. */
  LINKS,
  /** Advertising of our own is switched off. */
  BE_QUIET,
  /** One of the other connections is ended. */
  LET_GO,
  /** A scan or call that was left over is ended. */
  END,
  HELLO,
  TUNE,
  DISCOVER,
  /** Straps report themselves; no command is out. */
  SCANNING,
  /** A strap was chosen: scanning is ended. */
  END_SCAN,
  CALL,
  /** The strap is being called; no command is out. */
  CALLING,
  /** A call that nobody answered is ended. */
  END_CALL,
  SERVICES,
  HANDLES,
  SUBSCRIBE,
  ALLOW_BONDING,
  ENCRYPT,
  BATTERY_HANDLES,
  BATTERY,
  /** Beats come; no command is out. */
  LISTENING,
  /** The strap is let go, because it is not the one wanted or does not suit. */
  DROP;

  /** Whether a command of ours is out in this stage, or was before its answer came. */
  boolean commands() {
    return this != SILENT && this != SCANNING && this != CALLING && this != LISTENING;
  }

  /** Whether a strap is connected in this stage. */
  boolean linked() {
    return compareTo(SERVICES) >= 0;
  }
}
