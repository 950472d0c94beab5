// Stopping. GLPK asks the time through the dynamic linker in every simplex iteration and before every node, so a `glp_time`
// of our own is the one place that can stop a long root LP, where no callback is ever made. While a solve runs it answers
// monotonic milliseconds; once the solve has been cancelled or its deadline has passed, every look at the clock is 2^31 ms
// later than the one before, so that every difference GLPK takes is past any limit, also one that began after the stop.
// GLPK then returns normally, with its incumbent. Code that ignores the clock for `grace` ms is left by `longjmp`.

#include <dlfcn.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "engine.h"

static double milliseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6;
}

double cglpk_now(void) { return milliseconds(CLOCK_MONOTONIC); }

void cglpk_solve_begin(cglpk_engine *engine, double time_limit) {
    engine->started_at = cglpk_now();
    engine->deadline = time_limit < 0 ? INFINITY : engine->started_at + time_limit * 1e3;
    engine->skew = 0;
    engine->log_length = 0;  // the log is that of the last solve
    engine->stop = CGLPK_NOT_STOPPED;
    engine->solving = true;
}

void cglpk_solve_end(cglpk_engine *engine) { engine->solving = false; }

bool cglpk_should_stop(cglpk_engine *engine) {
    if (engine->stop != CGLPK_NOT_STOPPED) return true;
    double now = cglpk_now();
    if (engine->flag != NULL && cglpk_flag_is_raised(engine->flag))
        engine->stop = CGLPK_STOP_CANCELLED;
    else if (now >= engine->deadline)
        engine->stop = CGLPK_STOP_DEADLINE;
    else
        return false;
    engine->stopped_at = now;
    return true;
}

// Leaves the solve by force when it has gone on for the grace period after the stop.
static void enforce_stop(cglpk_engine *engine) {
    if (cglpk_should_stop(engine) && cglpk_now() - engine->stopped_at >= engine->grace)
        cglpk_leave(engine, CGLPK_INTERRUPTED, "the solve did not heed the stop and was left");
}

// Overrides the function of the same name in libglpk, for the whole process. On a thread without a running solve it keeps
// GLPK's documented meaning (milliseconds since 1970, UTC) and touches nothing but a thread-local pointer.
double glp_time(void) {
    cglpk_engine *engine = cglpk_current;
    if (engine == NULL) return milliseconds(CLOCK_REALTIME);
    engine->clock_calls++;
    if (!engine->solving) return cglpk_now();
    if (cglpk_should_stop(engine)) {
        enforce_stop(engine);
        engine->skew += 2147483648.0;
    }
    return cglpk_now() + engine->skew;
}

// MARK: Allocation

// GLPK's allocator is called everywhere, also in the presolver and the cut generators, which never ask the time: a second
// place to leave a solve that ignores a stop. To jump out of an allocation is as safe as GLPK's own failure there.

typedef void *(*allocate_function)(int, int);
typedef void *(*reallocate_function)(void *, int, int);

static void *next_symbol(const char *name) {
    void *symbol = dlsym(RTLD_NEXT, name);
    if (symbol == NULL) abort();  // libglpk is linked, so its own function follows ours in the search order
    return symbol;
}

void *glp_alloc(int count, int size) {
    static _Atomic(allocate_function) original;
    allocate_function next = atomic_load_explicit(&original, memory_order_acquire);
    if (next == NULL) {
        next = (allocate_function)next_symbol("glp_alloc");
        atomic_store_explicit(&original, next, memory_order_release);
    }
    cglpk_engine *engine = cglpk_current;
    if (engine != NULL) {
        engine->allocator_calls++;
        if (engine->solving) enforce_stop(engine);
    }
    return next(count, size);
}

// GLPK's own function takes the block off its list before it looks at the memory limit, so the block leaks when the limit
// refuses the new size. This one looks first, and refuses while the block is still on the list to be freed.
void *glp_realloc(void *block, int count, int size) {
    static _Atomic(reallocate_function) original;
    reallocate_function next = atomic_load_explicit(&original, memory_order_acquire);
    if (next == NULL) {
        next = (reallocate_function)next_symbol("glp_realloc");
        atomic_store_explicit(&original, next, memory_order_release);
    }
    cglpk_engine *engine = cglpk_current;
    if (engine != NULL && engine->busy) {
        engine->allocator_calls++;
        if (engine->solving) enforce_stop(engine);
        if (engine->memory_limit_mb > 0 && count > 0 && size > 0) {
            size_t held = 0, limit = (size_t)engine->memory_limit_mb << 20, wanted = (size_t)count * (size_t)size;
            glp_mem_usage(NULL, NULL, &held, NULL);
            if (wanted > limit || held > limit - wanted)
                cglpk_leave(engine, CGLPK_MEMORY, "glp_realloc: memory allocation limit exceeded");
        }
    }
    return next(block, count, size);
}
