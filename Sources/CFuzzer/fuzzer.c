#include "fuzzer.h"

// Weak: absent in ordinary builds.
extern int LLVMFuzzerRunDriver(int *, char ***, int (*)(const uint8_t *, size_t)) __attribute__((weak));

bool fuzzer_is_linked(void) { return LLVMFuzzerRunDriver != NULL; }

int fuzzer_run(int count, char **arguments, int (*examine)(const uint8_t *, size_t))
{
    return LLVMFuzzerRunDriver(&count, &arguments, examine);
}

// libFuzzer's own main, which is linked with it and never runs, wants one of this name.
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
    (void)bytes;
    (void)count;
    return 0;
}
