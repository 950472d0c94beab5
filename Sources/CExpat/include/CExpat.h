// Expat (Debian: libexpat1-dev), with which the XML parts of workbooks are read. Expat checks every byte against the
// encoding, names included, and keeps open elements on the heap, so that no nesting exhausts the stack.
#ifndef CARAVAN_CEXPAT_H
#define CARAVAN_CEXPAT_H

#include <expat.h>
#include <stddef.h>

/// A parser whose tables and buffers together never take more than `limit` bytes; beyond that it fails with
/// XML_ERROR_NO_MEMORY. Expat's allocation hooks know no parser, so what is counted is counted for the thread: a thread
/// has one such parser at a time, and creates, feeds and frees it itself.
/// Returns NULL where there is no memory.
XML_Parser caravan_expat_create(size_t limit);

#endif
