/* Which strap the host wants: by address, by the beginning of its name, or any. */
#ifndef STRAP_H
#define STRAP_H

#include "hrlp.h"

#ifdef __cplusplus
extern "C" {
#endif

#define STRAP_MOST 32

struct strap_wish {
  bool connect;              /* false after CD: leave straps alone */
  char wanted[STRAP_MOST];   /* empty is any */
};

/* What a command asks of the board. */
enum strap_order { STRAP_NOTHING, STRAP_HELLO, STRAP_CHOSEN, STRAP_LEFT };

/* At power-on any strap is welcome. */
void strap_begin(struct strap_wish *wish);

/*
 * Takes a command that arrived: rc becomes what its HA line says (0 done, 1 not known, 2 bad
 * field), the order what is left for the board to do.
 */
enum strap_order strap_command(struct strap_wish *wish, const struct hrlp_command *command,
                               int *rc);

/* Whether a strap heard on the air is wanted; name may be NULL. */
bool strap_wanted(const struct strap_wish *wish, const char *name, const char *address);

#ifdef __cplusplus
}
#endif
#endif
