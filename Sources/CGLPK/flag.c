// The stop flag: one atomic word at a fixed address, raised by any thread, read by the clock of the solving thread.

#include <stdlib.h>

#include "engine.h"

cglpk_flag *cglpk_flag_create(void) {
    cglpk_flag *flag = malloc(sizeof *flag);
    if (flag != NULL) atomic_init(&flag->raised, 0);
    return flag;
}

void cglpk_flag_destroy(cglpk_flag *flag) { free(flag); }

void cglpk_flag_raise(cglpk_flag *flag) {
    if (flag != NULL) atomic_store_explicit(&flag->raised, 1, memory_order_release);
}

bool cglpk_flag_is_raised(const cglpk_flag *flag) {
    return flag != NULL && atomic_load_explicit(&flag->raised, memory_order_acquire) != 0;
}
