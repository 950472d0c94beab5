// The one door between Swift and GLPK.
//
// Swift never sees a GLPK handle, a GLPK constant or a GLPK failure: it sees an engine (one thread's GLPK environment), a
// problem (a handle that knows when its environment has died), plain structs of options and results, and a status for
// every call. All indices in this header are 0-based; the shift to GLPK's 1-based arrays happens behind it.
//
// Three rules hold everywhere (docs/glpk.md tells why):
//  1. An engine and its problems are used on the one thread that opened the engine.
//  2. Every call into GLPK runs under a guard: GLPK's `abort` becomes a `longjmp` back into the guard, over C frames only.
//  3. After a failed guard the environment has been freed and rebuilt; problems of the old one answer CGLPK_DEAD.

#ifndef CGLPK_H
#define CGLPK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cglpk_engine cglpk_engine;
typedef struct cglpk_problem cglpk_problem;
typedef struct cglpk_flag cglpk_flag;

// What became of a call. All but CGLPK_OK leave a text in cglpk_engine_message.
typedef enum {
    CGLPK_OK = 0,
    CGLPK_BAD_INDEX = 1,    // GLPK rejected an index or found a duplicate; environment rebuilt
    CGLPK_ASSERTION = 2,    // an assertion inside GLPK failed; environment rebuilt
    CGLPK_MEMORY = 3,       // memory limit reached or no memory; environment rebuilt
    CGLPK_FATAL = 4,        // any other failure GLPK would have aborted on; environment rebuilt
    CGLPK_INTERRUPTED = 5,  // a stop was ignored for the grace period and forced; environment rebuilt
    CGLPK_DEAD = 6,         // the problem's environment is gone; nothing was touched
    CGLPK_BUSY = 7,         // called from inside a callback of a running solve; nothing was touched
    CGLPK_WRONG_THREAD = 8  // not the thread that opened the engine; nothing was touched
} cglpk_status;

// Why a solve stopped early.
typedef enum { CGLPK_NOT_STOPPED = 0, CGLPK_STOP_CANCELLED = 1, CGLPK_STOP_DEADLINE = 2 } cglpk_stop;

// MARK: Stop flag (flag.c): any thread may raise and read it

cglpk_flag *cglpk_flag_create(void);
void cglpk_flag_destroy(cglpk_flag *flag);
void cglpk_flag_raise(cglpk_flag *flag);
bool cglpk_flag_is_raised(const cglpk_flag *flag);

// MARK: Thread (thread.c)

// Runs `body(context)` on a new thread with a stack of `stack_bytes` and waits for its end. Returns 0 or an errno value.
int cglpk_thread_run(void (*body)(void *), void *context, size_t stack_bytes);

// MARK: Engine (engine.c)

// Opens GLPK's environment on the calling thread. `memory_limit_mb` <= 0 means none. Returns NULL when the thread already
// has an engine or memory is out.
cglpk_engine *cglpk_engine_open(int memory_limit_mb);
// Frees the environment (on its thread, at the end of its life). The engine itself stays readable until destroyed.
void cglpk_engine_close(cglpk_engine *engine);
void cglpk_engine_destroy(cglpk_engine *engine);
// Flag looked at by every solve from now on; NULL for none. The caller keeps it alive.
void cglpk_engine_set_flag(cglpk_engine *engine, const cglpk_flag *flag);
// Milliseconds GLPK may ignore a stop before it is forced out.
void cglpk_engine_set_grace(cglpk_engine *engine, double milliseconds);
bool cglpk_engine_is_current(const cglpk_engine *engine);
const char *cglpk_engine_message(const cglpk_engine *engine);
const char *cglpk_engine_log(const cglpk_engine *engine, size_t *length);
// Bytes GLPK holds now and held at most since the environment was opened.
void cglpk_engine_memory(const cglpk_engine *engine, size_t *bytes, size_t *peak);
// How many environments this engine has lost to fatal failures.
unsigned cglpk_engine_generation(const cglpk_engine *engine);
// True when GLPK calls our clock and our allocator: the base of stopping. Solves a tiny LP on the calling thread.
bool cglpk_engine_hooks_work(cglpk_engine *engine);
const char *cglpk_version(void);

// MARK: Problem (problem.c)

// Kinds of bound, equal to GLPK's numbers.
enum { CGLPK_FREE = 1, CGLPK_LOWER = 2, CGLPK_UPPER = 3, CGLPK_DOUBLE = 4, CGLPK_FIXED = 5 };

// A whole problem: minimise constant + cost·x. Matrix entries as triplets.
typedef struct {
    int32_t columns, rows;
    size_t entries;
    double constant;
    const double *cost, *column_lower, *column_upper, *row_lower, *row_upper;
    const bool *is_integer;
    const int32_t *entry_row, *entry_column;
    const double *entry_value;
} cglpk_model;

cglpk_status cglpk_problem_create(cglpk_engine *engine, const cglpk_model *model, cglpk_problem **out);
// Deletes the problem when its environment still lives, and the handle in any case.
void cglpk_problem_destroy(cglpk_engine *engine, cglpk_problem *problem);
bool cglpk_problem_is_alive(const cglpk_engine *engine, const cglpk_problem *problem);

// New columns with their entries in compressed form: entries of column k are starts[k] ..< starts[k + 1].
cglpk_status cglpk_add_columns(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const double *cost, const double *lower,
    const double *upper, const bool *is_integer, const int32_t *starts, const int32_t *rows, const double *values);
cglpk_status cglpk_add_rows(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const double *lower, const double *upper,
    const int32_t *starts, const int32_t *columns, const double *values);
cglpk_status cglpk_delete_rows(cglpk_engine *engine, cglpk_problem *problem, int32_t count, const int32_t *rows);
cglpk_status cglpk_delete_columns(cglpk_engine *engine, cglpk_problem *problem, int32_t count, const int32_t *columns);
// Column -1 is the constant term.
cglpk_status cglpk_set_costs(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const int32_t *columns, const double *costs);
cglpk_status cglpk_set_column_bounds(
    cglpk_engine *engine, cglpk_problem *problem, int32_t column, int kind, double lower, double upper);
cglpk_status cglpk_set_row_bounds(
    cglpk_engine *engine, cglpk_problem *problem, int32_t row, int kind, double lower, double upper);
cglpk_status cglpk_set_integer(cglpk_engine *engine, cglpk_problem *problem, int32_t column, bool is_integer);
cglpk_status cglpk_set_name(
    cglpk_engine *engine, cglpk_problem *problem, bool is_row, int32_t index, const char *name);

// The basis: one of GLPK's status numbers a column and a row (1 basic, 2 lower, 3 upper, 4 free, 5 fixed).
cglpk_status cglpk_get_basis(cglpk_engine *engine, cglpk_problem *problem, int8_t *columns, int8_t *rows);
cglpk_status cglpk_set_basis(cglpk_engine *engine, cglpk_problem *problem, const int8_t *columns, const int8_t *rows);

typedef enum {
    CGLPK_COLUMN_PRIMAL = 0,
    CGLPK_ROW_PRIMAL = 1,
    CGLPK_COLUMN_DUAL = 2,
    CGLPK_ROW_DUAL = 3
} cglpk_vector;

// Copies one vector of the last basic solution; `count` must be the problem's number of columns or rows.
cglpk_status cglpk_get_vector(
    cglpk_engine *engine, cglpk_problem *problem, cglpk_vector which, double *out, int32_t count);

// Free MPS (format 0) or CPLEX LP (format 1). `*failed` is set when the file could not be written.
cglpk_status cglpk_write(cglpk_engine *engine, cglpk_problem *problem, int format, const char *path, bool *failed);

// MARK: Simplex (simplex.c)

enum { CGLPK_PRIMAL = 1, CGLPK_DUAL_THEN_PRIMAL = 2, CGLPK_DUAL = 3 };

typedef struct {
    int method;
    bool presolve;
    int advanced_basis;   // 0 never, 1 always, -1 when the problem has never had a basis
    bool scale;           // scale once, before the first solve
    bool repair;          // rebuild a singular basis and change method on numerical failure
    int iteration_limit;  // <= 0: a generous limit against endless loops
    double time_limit;    // seconds; < 0 none
    double feasibility, optimality, pivot;  // tolerances
    double objective_limit;  // dual simplex stops above it; +inf none
} cglpk_simplex_options;

typedef enum {
    CGLPK_LP_OPTIMAL = 0,
    CGLPK_LP_INFEASIBLE = 1,
    CGLPK_LP_UNBOUNDED = 2,
    CGLPK_LP_ITERATIONS = 3,
    CGLPK_LP_STOPPED = 4,          // see `stop`
    CGLPK_LP_OBJECTIVE_LIMIT = 5,
    CGLPK_LP_SINGULAR = 6,
    CGLPK_LP_NUMERICAL = 7,
    CGLPK_LP_BAD_BOUNDS = 8,
    CGLPK_LP_NEITHER = 9           // presolver: infeasible or unbounded
} cglpk_lp_outcome;

typedef struct {
    cglpk_lp_outcome outcome;
    cglpk_stop stop;
    double objective;
    int iterations;
    int attempts;
    double seconds;
} cglpk_simplex_result;

cglpk_status cglpk_simplex(
    cglpk_engine *engine, cglpk_problem *problem, const cglpk_simplex_options *options, cglpk_simplex_result *result);

// MARK: Integer (integer.c)

typedef struct {
    bool presolve;
    bool gomory, rounding, clique;  // cuts; cover cuts are not thread safe and not offered
    int branching;                  // GLPK's number, 1...5
    int backtracking;               // GLPK's number, 1...4
    bool rounding_heuristic;
    bool feasibility_pump;
    int node_limit;                 // <= 0 none
    int iteration_limit;            // simplex iterations, the root's included; <= 0 none
    double time_limit;              // seconds; < 0 none
    double relative_gap;
    double cutoff;                  // only solutions below it are wanted; +inf none
} cglpk_integer_options;

typedef enum {
    CGLPK_IP_EXHAUSTED = 0,   // tree searched through: a solution is optimal, none means there is none below the cutoff
    CGLPK_IP_GAP = 1,         // stopped within the relative gap
    CGLPK_IP_STOPPED = 2,     // see `stop`
    CGLPK_IP_COUNTED = 3,     // node or iteration limit
    CGLPK_IP_INFEASIBLE = 4,  // shown without a tree
    CGLPK_IP_UNBOUNDED = 5,   // the relaxation is unbounded
    CGLPK_IP_NUMERICAL = 6,   // a relaxation could not be solved
    CGLPK_IP_BAD_BOUNDS = 7
} cglpk_ip_outcome;

typedef struct {
    cglpk_ip_outcome outcome;
    cglpk_stop stop;
    bool has_solution;
    double objective;  // of the solution, as GLPK computes it
    double bound;      // no solution has an objective below min(bound, cutoff)
    double root;       // objective of the root relaxation, -inf when unknown
    int nodes;
    int iterations;
    double seconds;
} cglpk_integer_result;

// Called on the solving thread for each better solution, values in the order of the problem's columns. It must return
// normally and must not call back into this header: the engine answers CGLPK_BUSY if it does.
typedef void (*cglpk_incumbent)(
    void *context, double objective, const double *values, int32_t count, double bound, int nodes, double seconds);

// `values` has room for every column and holds the best solution found when `has_solution`, also after a failure.
cglpk_status cglpk_integer(
    cglpk_engine *engine, cglpk_problem *problem, const cglpk_integer_options *options, cglpk_incumbent incumbent,
    void *context, double *values, cglpk_integer_result *result);

#endif
