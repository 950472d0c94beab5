// Private to the C module: the engine's state, the guard, and what the other files need of both.

#ifndef CGLPK_ENGINE_H
#define CGLPK_ENGINE_H

#include <glpk.h>
#include <limits.h>
#include <setjmp.h>
#include <stdatomic.h>

#include "cglpk.h"

enum { CGLPK_LOG_BYTES = 64 * 1024, CGLPK_MESSAGE_BYTES = 512 };

struct cglpk_flag {
    atomic_int raised;
};

struct cglpk_engine {
    // Guard
    jmp_buf landing;       // valid while `busy`
    bool busy;             // a guarded body is running on this thread
    bool open;             // the environment exists
    cglpk_status failure;  // why the hook jumped
    unsigned generation;   // counts environments lost to failures
    int memory_limit_mb;
    size_t memory_peak;  // over all environments of this engine

    // Stop control of the running solve (clock.c)
    const cglpk_flag *flag;
    double deadline;  // monotonic milliseconds, +inf none
    double grace;     // milliseconds from the first refused time check to the forced exit
    double skew;      // added to the time GLPK sees, grows with every look once stopped
    double stopped_at;
    double started_at;
    cglpk_stop stop;
    bool solving;
    unsigned long clock_calls, allocator_calls;

    // Text
    char message[CGLPK_MESSAGE_BYTES];
    size_t message_length;
    char *log;
    size_t log_length;

    // Index and value buffers, 1-based, reused by the bulk calls: owned here so that a jump cannot leak them
    int *indices;
    double *values;
    size_t indices_room, values_room;
};

struct cglpk_problem {
    glp_prob *handle;
    unsigned generation;
    bool has_basis, scaled;
};

// The engine of the calling thread, NULL elsewhere.
extern _Thread_local cglpk_engine *cglpk_current;

typedef void (*cglpk_body)(cglpk_engine *engine, void *argument);

// Runs `body` so that a failure inside GLPK comes back as a status. The only `setjmp` of the module.
cglpk_status cglpk_guard(cglpk_engine *engine, cglpk_body body, void *argument);
// The same, and refuses a problem whose environment is gone.
cglpk_status cglpk_guard_problem(cglpk_engine *engine, const cglpk_problem *problem, cglpk_body body, void *argument);
// Leaves the running guard with `failure`. Only for use below a guard.
_Noreturn void cglpk_leave(cglpk_engine *engine, cglpk_status failure, const char *message);

// Buffers for entries 1...count; they leave the guard with CGLPK_MEMORY when there is no room.
int *cglpk_indices(cglpk_engine *engine, size_t count);
double *cglpk_values(cglpk_engine *engine, size_t count);

// Stop control: to be called inside a guard around each solve.
double cglpk_now(void);
void cglpk_solve_begin(cglpk_engine *engine, double time_limit);
void cglpk_solve_end(cglpk_engine *engine);
// Looks at flag and deadline, notes the first time either asks to stop.
bool cglpk_should_stop(cglpk_engine *engine);

// Bounds and simplex, shared by several files.
int cglpk_kind(double lower, double upper);
void cglpk_simplex_run(
    cglpk_engine *engine, cglpk_problem *problem, const cglpk_simplex_options *options, cglpk_simplex_result *result);
cglpk_simplex_options cglpk_simplex_defaults(void);

// A time limit GLPK takes as finite (INT_MAX would switch its time checks off) but never reaches: the clock decides.
#define CGLPK_TIME_LIMIT (INT_MAX - 1)

#endif
