#ifndef CARAVAN_FUZZER_H
#define CARAVAN_FUZZER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether this program was linked with libFuzzer (-sanitize=fuzzer).
bool fuzzer_is_linked(void);

// Runs libFuzzer's own loop with its own arguments; its exit status. Only where it is linked.
int fuzzer_run(int count, char **arguments, int (*examine)(const uint8_t *bytes, size_t count));

#endif
