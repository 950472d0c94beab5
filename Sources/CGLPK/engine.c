// One thread's GLPK environment: opened, guarded, rebuilt after a failure, freed at the end of the thread's work.

#include "engine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

_Thread_local cglpk_engine *cglpk_current = NULL;

// MARK: Hooks

static void append_log(cglpk_engine *engine, const char *text, size_t length) {
    if (engine->log == NULL) return;
    if (length > CGLPK_LOG_BYTES / 2) {
        text += length - CGLPK_LOG_BYTES / 2;
        length = CGLPK_LOG_BYTES / 2;
    }
    if (engine->log_length + length > CGLPK_LOG_BYTES) {
        // The end of a log tells more than its beginning: keep the newer half.
        size_t kept = CGLPK_LOG_BYTES / 2;
        memmove(engine->log, engine->log + engine->log_length - kept, kept);
        engine->log_length = kept;
    }
    memcpy(engine->log + engine->log_length, text, length);
    engine->log_length += length;
}

static void append_message(cglpk_engine *engine, const char *text) {
    size_t length = strlen(text), room = CGLPK_MESSAGE_BYTES - 1 - engine->message_length;
    if (length > room) length = room;
    memcpy(engine->message + engine->message_length, text, length);
    engine->message_length += length;
    while (engine->message_length > 0 && engine->message[engine->message_length - 1] == '\n')
        engine->message[engine->message_length - 1] = ' ';
    engine->message[engine->message_length] = '\0';
}

static void set_message(cglpk_engine *engine, const char *text) {
    engine->message_length = 0;
    append_message(engine, text);
}

// All terminal output comes here; a non-zero answer keeps it off the terminal.
static int on_output(void *info, const char *text) {
    cglpk_engine *engine = info;
    append_log(engine, text, strlen(text));
    if (glp_at_error()) append_message(engine, text);
    return 1;
}

static cglpk_status classify(const char *message) {
    if (strstr(message, "memory") != NULL || strstr(message, "too large") != NULL) return CGLPK_MEMORY;
    if (strstr(message, "Assertion failed") != NULL) return CGLPK_ASSERTION;
    if (strstr(message, "out of range") != NULL || strstr(message, "duplicate") != NULL) return CGLPK_BAD_INDEX;
    return CGLPK_FATAL;
}

// GLPK aborts when this returns. It is only ever reached below a guard, since every call into GLPK that can fail is.
static void on_error(void *info) {
    cglpk_engine *engine = info;
    if (!engine->busy) return;
    engine->failure = classify(engine->message);
    longjmp(engine->landing, 1);
}

_Noreturn void cglpk_leave(cglpk_engine *engine, cglpk_status failure, const char *message) {
    if (!engine->busy) abort();
    set_message(engine, message);
    engine->failure = failure;
    longjmp(engine->landing, 1);
}

// MARK: Environment

static bool open_environment(cglpk_engine *engine) {
    if (glp_init_env() != 0) return false;
    // At once: a limit set below what is in use means no limit to GLPK.
    if (engine->memory_limit_mb > 0) glp_mem_limit(engine->memory_limit_mb);
    glp_term_hook(on_output, engine);
    glp_error_hook(on_error, engine);
    return true;
}

static void note_peak(cglpk_engine *engine) {
    size_t peak = 0;
    glp_mem_usage(NULL, NULL, NULL, &peak);
    if (peak > engine->memory_peak) engine->memory_peak = peak;
}

cglpk_engine *cglpk_engine_open(int memory_limit_mb) {
    if (cglpk_current != NULL) return NULL;
    cglpk_engine *engine = calloc(1, sizeof *engine);
    if (engine == NULL) return NULL;
    engine->log = malloc(CGLPK_LOG_BYTES);
    engine->memory_limit_mb = memory_limit_mb;
    engine->deadline = INFINITY;
    engine->grace = 400;
    glp_free_env();  // whatever an earlier user of this thread left behind
    engine->open = engine->log != NULL && open_environment(engine);
    if (!engine->open) {
        free(engine->log);
        free(engine);
        return NULL;
    }
    cglpk_current = engine;
    return engine;
}

void cglpk_engine_close(cglpk_engine *engine) {
    if (!engine->open || cglpk_current != engine) return;
    note_peak(engine);
    glp_free_env();
    engine->open = false;
    cglpk_current = NULL;
}

void cglpk_engine_destroy(cglpk_engine *engine) {
    if (engine == NULL) return;
    cglpk_engine_close(engine);
    free(engine->log);
    free(engine->indices);
    free(engine->values);
    free(engine);
}

// MARK: Guard

// After a jump the environment is in an unknown state: free all it holds and start a new one.
static void rebuild(cglpk_engine *engine) {
    engine->solving = false;
    note_peak(engine);
    glp_free_env();
    engine->generation++;
    engine->open = open_environment(engine);
}

cglpk_status cglpk_guard(cglpk_engine *engine, cglpk_body body, void *argument) {
    if (cglpk_current != engine) return CGLPK_WRONG_THREAD;
    if (engine->busy) return CGLPK_BUSY;
    if (!engine->open) return CGLPK_DEAD;
    set_message(engine, "");
    if (_setjmp(engine->landing) != 0) {
        // Nothing local is read here but the parameter, which this function never changes.
        engine->busy = false;
        rebuild(engine);
        return engine->failure;
    }
    engine->busy = true;
    body(engine, argument);
    engine->busy = false;
    return CGLPK_OK;
}

cglpk_status cglpk_guard_problem(
    cglpk_engine *engine, const cglpk_problem *problem, cglpk_body body, void *argument) {
    if (cglpk_current != engine) return CGLPK_WRONG_THREAD;
    if (engine->busy) return CGLPK_BUSY;
    if (!cglpk_problem_is_alive(engine, problem)) return CGLPK_DEAD;
    return cglpk_guard(engine, body, argument);
}

// MARK: Buffers

int *cglpk_indices(cglpk_engine *engine, size_t count) {
    if (engine->indices_room < count + 1) {
        free(engine->indices);
        engine->indices = malloc((count + 1) * sizeof *engine->indices);
        engine->indices_room = engine->indices == NULL ? 0 : count + 1;
        if (engine->indices == NULL) cglpk_leave(engine, CGLPK_MEMORY, "no memory for an index buffer");
    }
    return engine->indices;
}

double *cglpk_values(cglpk_engine *engine, size_t count) {
    if (engine->values_room < count + 1) {
        free(engine->values);
        engine->values = malloc((count + 1) * sizeof *engine->values);
        engine->values_room = engine->values == NULL ? 0 : count + 1;
        if (engine->values == NULL) cglpk_leave(engine, CGLPK_MEMORY, "no memory for a value buffer");
    }
    return engine->values;
}

// MARK: Reading

void cglpk_engine_set_flag(cglpk_engine *engine, const cglpk_flag *flag) { engine->flag = flag; }

void cglpk_engine_set_grace(cglpk_engine *engine, double milliseconds) { engine->grace = milliseconds; }

bool cglpk_engine_is_current(const cglpk_engine *engine) { return cglpk_current == engine && engine->open; }

const char *cglpk_engine_message(const cglpk_engine *engine) { return engine->message; }

const char *cglpk_engine_log(const cglpk_engine *engine, size_t *length) {
    *length = engine->log_length;
    return engine->log;
}

void cglpk_engine_memory(const cglpk_engine *engine, size_t *bytes, size_t *peak) {
    *bytes = 0;
    *peak = engine->memory_peak;
    if (!cglpk_engine_is_current(engine)) return;
    glp_mem_usage(NULL, NULL, bytes, peak);
    if (engine->memory_peak > *peak) *peak = engine->memory_peak;
}

unsigned cglpk_engine_generation(const cglpk_engine *engine) { return engine->generation; }

const char *cglpk_version(void) { return glp_version(); }

// MARK: Self-test

static void solve_tiny(cglpk_engine *engine, void *argument) {
    (void)argument;
    glp_prob *problem = glp_create_prob();
    int columns[] = {0, 1, 2};
    double values[] = {0, 1, 1};
    glp_add_rows(problem, 1);
    glp_add_cols(problem, 2);
    glp_set_row_bnds(problem, 1, GLP_LO, 1, 0);
    for (int j = 1; j <= 2; j++) {
        glp_set_col_bnds(problem, j, GLP_LO, 0, 0);
        glp_set_obj_coef(problem, j, j);
    }
    glp_set_mat_row(problem, 1, 2, columns, values);
    cglpk_solve_begin(engine, -1);
    glp_simplex(problem, NULL);
    cglpk_solve_end(engine);
    glp_delete_prob(problem);
}

bool cglpk_engine_hooks_work(cglpk_engine *engine) {
    unsigned long clock = engine->clock_calls, allocator = engine->allocator_calls;
    return cglpk_guard(engine, solve_tiny, NULL) == CGLPK_OK && engine->clock_calls > clock &&
           engine->allocator_calls > allocator;
}
