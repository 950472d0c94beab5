#include "CExpat.h"

#include <malloc.h>
#include <stdlib.h>

static _Thread_local size_t in_use;
static _Thread_local size_t most;

static void *allocate(size_t size) {
    if (in_use > most || size > most - in_use) return NULL;
    void *block = malloc(size);
    if (block) in_use += malloc_usable_size(block);
    return block;
}

static void release(void *block) {
    if (!block) return;
    in_use -= malloc_usable_size(block);
    free(block);
}

static void *reallocate(void *block, size_t size) {
    if (!block) return allocate(size);
    size_t before = malloc_usable_size(block);
    size_t others = in_use - before;
    if (others > most || size > most - others) return NULL;
    void *moved = realloc(block, size);
    if (moved) in_use = others + malloc_usable_size(moved);
    return moved;
}

XML_Parser caravan_expat_create(size_t limit) {
    static const XML_Memory_Handling_Suite counted = {allocate, reallocate, release};
    in_use = 0;
    most = limit;
    return XML_ParserCreate_MM(NULL, &counted, NULL);
}
