#include "strap.h"

#include <string.h>

void strap_begin(struct strap_wish *wish) {
  memset(wish, 0, sizeof *wish);
  wish->connect = true;
}

static bool is(const struct hrlp_command *command, const char *kind) {
  return strcmp(command->kind, kind) == 0;
}

static bool for_first_source(const struct hrlp_command *command) {
  return command->count >= 1 && strcmp(command->fields[0], "0") == 0;
}

enum strap_order strap_command(struct strap_wish *wish, const struct hrlp_command *command,
                               int *rc) {
  *rc = 0;
  if (is(command, "CQ")) {
    return STRAP_HELLO;
  }
  if (is(command, "CP")) {
    return STRAP_NOTHING;
  }
  if (is(command, "CS")) {
    if (!for_first_source(command) || command->count < 2 ||
        strlen(command->fields[1]) >= sizeof wish->wanted) {
      *rc = 2;
      return STRAP_NOTHING;
    }
    wish->connect = true;
    strcpy(wish->wanted, strcmp(command->fields[1], "ANY") == 0 ? "" : command->fields[1]);
    return STRAP_CHOSEN;
  }
  if (is(command, "CD")) {
    if (!for_first_source(command)) {
      *rc = 2;
      return STRAP_NOTHING;
    }
    wish->connect = false;
    return STRAP_LEFT;
  }
  *rc = 1; /* CW too: these boards have no waveform */
  return STRAP_NOTHING;
}

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }

static bool begins(const char *words, const char *with) {
  for (; *with != '\0'; words++, with++) {
    if (upper(*words) != upper(*with)) {
      return false;
    }
  }
  return true;
}

bool strap_wanted(const struct strap_wish *wish, const char *name, const char *address) {
  if (!wish->connect) {
    return false;
  }
  return *wish->wanted == '\0' || (begins(address, wish->wanted) && begins(wish->wanted, address)) ||
         (name != NULL && begins(name, wish->wanted));
}
