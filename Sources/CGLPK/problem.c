// Building and changing a problem in bulk. Numbers and indices are checked by the caller; GLPK's own checks are the second
// line, and what they find ends in the guard.

#include <math.h>
#include <stdlib.h>

#include "engine.h"

int cglpk_kind(double lower, double upper) {
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    if (isinf(upper)) return GLP_LO;
    return lower == upper ? GLP_FX : GLP_DB;
}

static void set_column(glp_prob *handle, int j, double cost, double lower, double upper, bool is_integer) {
    if (is_integer) glp_set_col_kind(handle, j, GLP_IV);
    glp_set_col_bnds(handle, j, cglpk_kind(lower, upper), lower, upper);
    glp_set_obj_coef(handle, j, cost);
}

// MARK: Creating

typedef struct {
    const cglpk_model *model;
    glp_prob *handle;
} creation;

static void create(cglpk_engine *engine, void *argument) {
    creation *job = argument;
    const cglpk_model *model = job->model;
    glp_prob *handle = glp_create_prob();
    glp_set_obj_dir(handle, GLP_MIN);
    glp_set_obj_coef(handle, 0, model->constant);
    if (model->rows > 0) glp_add_rows(handle, model->rows);
    for (int i = 0; i < model->rows; i++)
        glp_set_row_bnds(
            handle, i + 1, cglpk_kind(model->row_lower[i], model->row_upper[i]), model->row_lower[i],
            model->row_upper[i]);
    if (model->columns > 0) glp_add_cols(handle, model->columns);
    for (int j = 0; j < model->columns; j++)
        set_column(
            handle, j + 1, model->cost[j], model->column_lower[j], model->column_upper[j], model->is_integer[j]);
    if (model->entries > 0) {
        size_t count = model->entries;
        if (count > 500000000) cglpk_leave(engine, CGLPK_MEMORY, "too many matrix entries for GLPK (500 million)");
        int *indices = cglpk_indices(engine, 2 * count + 1);
        double *values = cglpk_values(engine, count);
        int *rows = indices, *columns = indices + count + 1;
        for (size_t k = 0; k < count; k++) {
            rows[k + 1] = model->entry_row[k] + 1;
            columns[k + 1] = model->entry_column[k] + 1;
            values[k + 1] = model->entry_value[k];
        }
        glp_load_matrix(handle, (int)count, rows, columns, values);
    }
    job->handle = handle;
}

cglpk_status cglpk_problem_create(cglpk_engine *engine, const cglpk_model *model, cglpk_problem **out) {
    creation job = {model, NULL};
    *out = NULL;
    cglpk_status status = cglpk_guard(engine, create, &job);
    if (status != CGLPK_OK) return status;
    cglpk_problem *problem = calloc(1, sizeof *problem);
    if (problem == NULL) {
        glp_delete_prob(job.handle);
        return CGLPK_MEMORY;
    }
    problem->handle = job.handle;
    problem->generation = engine->generation;
    *out = problem;
    return CGLPK_OK;
}

bool cglpk_problem_is_alive(const cglpk_engine *engine, const cglpk_problem *problem) {
    return engine->open && problem->generation == engine->generation;
}

static void delete_handle(cglpk_engine *engine, void *argument) {
    (void)engine;
    glp_delete_prob(argument);
}

void cglpk_problem_destroy(cglpk_engine *engine, cglpk_problem *problem) {
    if (problem == NULL) return;
    // On another thread, or after the environment's end, the memory behind the handle is not ours to touch.
    cglpk_guard_problem(engine, problem, delete_handle, problem->handle);
    free(problem);
}

// MARK: Adding

typedef struct {
    cglpk_problem *problem;
    int32_t count;
    const double *cost, *lower, *upper;
    const bool *is_integer;
    const int32_t *starts, *indices;
    const double *values;
} addition;

// Copies one compressed vector into the 1-based buffers and returns its length.
static int load_vector(cglpk_engine *engine, const addition *job, int32_t k, int **indices, double **values) {
    int32_t first = job->starts[k], length = job->starts[k + 1] - first;
    *indices = cglpk_indices(engine, (size_t)length);
    *values = cglpk_values(engine, (size_t)length);
    for (int32_t e = 0; e < length; e++) {
        (*indices)[e + 1] = job->indices[first + e] + 1;
        (*values)[e + 1] = job->values[first + e];
    }
    return length;
}

static void add_columns(cglpk_engine *engine, void *argument) {
    const addition *job = argument;
    glp_prob *handle = job->problem->handle;
    int first = glp_add_cols(handle, job->count);
    for (int32_t k = 0; k < job->count; k++) {
        int *indices;
        double *values;
        set_column(handle, first + k, job->cost[k], job->lower[k], job->upper[k], job->is_integer[k]);
        int length = load_vector(engine, job, k, &indices, &values);
        glp_set_mat_col(handle, first + k, length, indices, values);
    }
}

cglpk_status cglpk_add_columns(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const double *cost, const double *lower,
    const double *upper, const bool *is_integer, const int32_t *starts, const int32_t *rows, const double *values) {
    addition job = {problem, count, cost, lower, upper, is_integer, starts, rows, values};
    return cglpk_guard_problem(engine, problem, add_columns, &job);
}

static void add_rows(cglpk_engine *engine, void *argument) {
    const addition *job = argument;
    glp_prob *handle = job->problem->handle;
    int first = glp_add_rows(handle, job->count);
    for (int32_t k = 0; k < job->count; k++) {
        int *indices;
        double *values;
        glp_set_row_bnds(
            handle, first + k, cglpk_kind(job->lower[k], job->upper[k]), job->lower[k], job->upper[k]);
        int length = load_vector(engine, job, k, &indices, &values);
        glp_set_mat_row(handle, first + k, length, indices, values);
    }
}

cglpk_status cglpk_add_rows(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const double *lower, const double *upper,
    const int32_t *starts, const int32_t *columns, const double *values) {
    addition job = {problem, count, NULL, lower, upper, NULL, starts, columns, values};
    return cglpk_guard_problem(engine, problem, add_rows, &job);
}

// MARK: Deleting

typedef struct {
    cglpk_problem *problem;
    int32_t count;
    const int32_t *indices;
} deletion;

static int *shifted(cglpk_engine *engine, const deletion *job) {
    int *numbers = cglpk_indices(engine, (size_t)job->count);
    for (int32_t k = 0; k < job->count; k++) numbers[k + 1] = job->indices[k] + 1;
    return numbers;
}

static void delete_rows(cglpk_engine *engine, void *argument) {
    const deletion *job = argument;
    glp_del_rows(job->problem->handle, job->count, shifted(engine, job));
}

static void delete_columns(cglpk_engine *engine, void *argument) {
    const deletion *job = argument;
    glp_del_cols(job->problem->handle, job->count, shifted(engine, job));
}

cglpk_status cglpk_delete_rows(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const int32_t *rows) {
    deletion job = {problem, count, rows};
    return cglpk_guard_problem(engine, problem, delete_rows, &job);
}

cglpk_status cglpk_delete_columns(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const int32_t *columns) {
    deletion job = {problem, count, columns};
    return cglpk_guard_problem(engine, problem, delete_columns, &job);
}

// MARK: Changing

typedef struct {
    cglpk_problem *problem;
    int32_t count;
    const int32_t *columns;
    const double *costs;
} cost_change;

static void set_costs(cglpk_engine *engine, void *argument) {
    (void)engine;
    const cost_change *job = argument;
    for (int32_t k = 0; k < job->count; k++)
        glp_set_obj_coef(job->problem->handle, job->columns[k] + 1, job->costs[k]);
}

cglpk_status cglpk_set_costs(
    cglpk_engine *engine, cglpk_problem *problem, int32_t count, const int32_t *columns, const double *costs) {
    cost_change job = {problem, count, columns, costs};
    return cglpk_guard_problem(engine, problem, set_costs, &job);
}

typedef struct {
    cglpk_problem *problem;
    int32_t index;
    int kind;
    double lower, upper;
    const char *name;
    bool is_row, is_integer;
} change;

static void set_bounds(cglpk_engine *engine, void *argument) {
    (void)engine;
    const change *job = argument;
    if (job->is_row)
        glp_set_row_bnds(job->problem->handle, job->index + 1, job->kind, job->lower, job->upper);
    else
        glp_set_col_bnds(job->problem->handle, job->index + 1, job->kind, job->lower, job->upper);
}

cglpk_status cglpk_set_column_bounds(
    cglpk_engine *engine, cglpk_problem *problem, int32_t column, int kind, double lower, double upper) {
    change job = {.problem = problem, .index = column, .kind = kind, .lower = lower, .upper = upper};
    return cglpk_guard_problem(engine, problem, set_bounds, &job);
}

cglpk_status cglpk_set_row_bounds(
    cglpk_engine *engine, cglpk_problem *problem, int32_t row, int kind, double lower, double upper) {
    change job = {.problem = problem, .index = row, .kind = kind, .lower = lower, .upper = upper, .is_row = true};
    return cglpk_guard_problem(engine, problem, set_bounds, &job);
}

static void set_integer(cglpk_engine *engine, void *argument) {
    (void)engine;
    const change *job = argument;
    glp_set_col_kind(job->problem->handle, job->index + 1, job->is_integer ? GLP_IV : GLP_CV);
}

cglpk_status cglpk_set_integer(cglpk_engine *engine, cglpk_problem *problem, int32_t column, bool is_integer) {
    change job = {.problem = problem, .index = column, .is_integer = is_integer};
    return cglpk_guard_problem(engine, problem, set_integer, &job);
}

static void set_name(cglpk_engine *engine, void *argument) {
    (void)engine;
    const change *job = argument;
    if (job->is_row)
        glp_set_row_name(job->problem->handle, job->index + 1, job->name);
    else
        glp_set_col_name(job->problem->handle, job->index + 1, job->name);
}

cglpk_status cglpk_set_name(
    cglpk_engine *engine, cglpk_problem *problem, bool is_row, int32_t index, const char *name) {
    change job = {.problem = problem, .index = index, .name = name, .is_row = is_row};
    return cglpk_guard_problem(engine, problem, set_name, &job);
}
