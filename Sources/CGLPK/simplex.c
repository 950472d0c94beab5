// The simplex method on a live problem: warm from the basis it has, stopped by the clock, mended when a basis is singular
// or a method fails. Settings are the ones measured in docs/glpk.md.

#include <math.h>

#include "engine.h"

cglpk_simplex_options cglpk_simplex_defaults(void) {
    return (cglpk_simplex_options){
        .method = CGLPK_DUAL_THEN_PRIMAL,
        .advanced_basis = -1,
        .scale = true,
        .repair = true,
        .time_limit = -1,
        .feasibility = 1e-7,
        .optimality = 1e-7,
        .pivot = 1e-9,
        .objective_limit = INFINITY,
    };
}

static glp_smcp parameters(const cglpk_simplex_options *options, int iteration_limit) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_ALL;
    parameters.meth = options->method == CGLPK_PRIMAL ? GLP_PRIMAL
                      : options->method == CGLPK_DUAL ? GLP_DUAL
                                                      : GLP_DUALP;
    parameters.pricing = GLP_PT_PSE;
    parameters.r_test = GLP_RT_FLIP;
    parameters.tol_bnd = options->feasibility;
    parameters.tol_dj = options->optimality;
    parameters.tol_piv = options->pivot;
    parameters.it_lim = iteration_limit;
    parameters.tm_lim = CGLPK_TIME_LIMIT;
    parameters.presolve = options->presolve ? GLP_ON : GLP_OFF;
    // Only the pure dual simplex honours an objective limit.
    if (options->method == CGLPK_DUAL && !isinf(options->objective_limit)) parameters.obj_ul = options->objective_limit;
    return parameters;
}

// A first basis and a scaling, once in the life of a problem: later calls would throw the factorised basis away.
static void prepare(cglpk_problem *problem, const cglpk_simplex_options *options) {
    if (options->scale && !problem->scaled) {
        glp_scale_prob(problem->handle, GLP_SF_AUTO);
        problem->scaled = true;
    }
    bool fresh = !problem->has_basis && !options->presolve;
    if (options->advanced_basis == 1 || (options->advanced_basis == -1 && fresh)) glp_adv_basis(problem->handle, 0);
    problem->has_basis = true;
}

static cglpk_lp_outcome outcome_of_status(glp_prob *handle) {
    switch (glp_get_status(handle)) {
        case GLP_OPT: return isfinite(glp_get_obj_val(handle)) ? CGLPK_LP_OPTIMAL : CGLPK_LP_NUMERICAL;
        case GLP_NOFEAS: return CGLPK_LP_INFEASIBLE;
        case GLP_UNBND: return CGLPK_LP_UNBOUNDED;
        default: return CGLPK_LP_NUMERICAL;
    }
}

static cglpk_lp_outcome outcome_of_code(glp_prob *handle, int code, bool limited) {
    switch (code) {
        case 0: return outcome_of_status(handle);
        case GLP_EBADB:
        case GLP_ESING:
        case GLP_ECOND: return CGLPK_LP_SINGULAR;
        case GLP_EBOUND: return CGLPK_LP_BAD_BOUNDS;
        case GLP_EITLIM: return limited ? CGLPK_LP_ITERATIONS : CGLPK_LP_NUMERICAL;
        case GLP_ETMLIM: return CGLPK_LP_STOPPED;
        case GLP_EOBJLL:
        case GLP_EOBJUL: return CGLPK_LP_OBJECTIVE_LIMIT;
        case GLP_ENOPFS: return CGLPK_LP_INFEASIBLE;
        case GLP_ENODFS: return CGLPK_LP_NEITHER;
        default: return CGLPK_LP_NUMERICAL;
    }
}

// What GLPK may still try after a failure: first a better basis, then the other method from a plain basis.
static bool mend(cglpk_problem *problem, cglpk_simplex_options *options, int attempt, cglpk_lp_outcome failure) {
    if (!options->repair || attempt >= 3) return false;
    if (failure != CGLPK_LP_SINGULAR && failure != CGLPK_LP_NUMERICAL) return false;
    options->presolve = false;
    if (attempt == 1) {
        glp_adv_basis(problem->handle, 0);
    } else {
        glp_std_basis(problem->handle);
        options->method = options->method == CGLPK_PRIMAL ? CGLPK_DUAL_THEN_PRIMAL : CGLPK_PRIMAL;
    }
    return true;
}

void cglpk_simplex_run(
    cglpk_engine *engine, cglpk_problem *problem, const cglpk_simplex_options *given, cglpk_simplex_result *result) {
    glp_prob *handle = problem->handle;
    cglpk_simplex_options options = *given;
    bool limited = options.iteration_limit > 0;
    // Numerical trouble can keep GLPK pivoting for ever: without a limit of the caller's, a generous one.
    double size = (double)glp_get_num_rows(handle) + glp_get_num_cols(handle);
    int limit = limited ? options.iteration_limit : (int)fmin(1e9, 100000 + 100 * size);
    int before = glp_get_it_cnt(handle);
    double start = cglpk_now();
    result->attempts = 0;
    if (cglpk_should_stop(engine)) {
        result->outcome = CGLPK_LP_STOPPED;
    } else {
        prepare(problem, &options);
        do {
            glp_smcp settings = parameters(&options, limit);
            result->attempts++;
            result->outcome = outcome_of_code(handle, glp_simplex(handle, &settings), limited);
        } while (mend(problem, &options, result->attempts, result->outcome));
    }
    result->stop = engine->stop;
    result->iterations = glp_get_it_cnt(handle) - before;
    result->objective = glp_get_obj_val(handle);
    result->seconds = (cglpk_now() - start) * 1e-3;
}

typedef struct {
    cglpk_problem *problem;
    const cglpk_simplex_options *options;
    cglpk_simplex_result *result;
} run;

static void simplex(cglpk_engine *engine, void *argument) {
    const run *job = argument;
    cglpk_solve_begin(engine, job->options->time_limit);
    cglpk_simplex_run(engine, job->problem, job->options, job->result);
    cglpk_solve_end(engine);
}

cglpk_status cglpk_simplex(
    cglpk_engine *engine, cglpk_problem *problem, const cglpk_simplex_options *options, cglpk_simplex_result *result) {
    run job = {problem, options, result};
    *result = (cglpk_simplex_result){.outcome = CGLPK_LP_STOPPED};
    cglpk_status status = cglpk_guard_problem(engine, problem, simplex, &job);
    if (status == CGLPK_INTERRUPTED) result->stop = engine->stop;
    return status;
}

// MARK: Solution and basis

typedef struct {
    cglpk_problem *problem;
    cglpk_vector which;
    double *out;
    int32_t count;
} reading;

static void get_vector(cglpk_engine *engine, void *argument) {
    const reading *job = argument;
    glp_prob *handle = job->problem->handle;
    bool by_column = job->which == CGLPK_COLUMN_PRIMAL || job->which == CGLPK_COLUMN_DUAL;
    int count = by_column ? glp_get_num_cols(handle) : glp_get_num_rows(handle);
    if (job->count != count) cglpk_leave(engine, CGLPK_BAD_INDEX, "the buffer is not as long as the solution");
    double (*get)(glp_prob *, int) = job->which == CGLPK_COLUMN_PRIMAL ? glp_get_col_prim
                                     : job->which == CGLPK_COLUMN_DUAL ? glp_get_col_dual
                                     : job->which == CGLPK_ROW_PRIMAL  ? glp_get_row_prim
                                                                       : glp_get_row_dual;
    for (int k = 0; k < count; k++) job->out[k] = get(handle, k + 1);
}

cglpk_status cglpk_get_vector(
    cglpk_engine *engine, cglpk_problem *problem, cglpk_vector which, double *out, int32_t count) {
    reading job = {problem, which, out, count};
    return cglpk_guard_problem(engine, problem, get_vector, &job);
}

typedef struct {
    cglpk_problem *problem;
    int8_t *columns, *rows;
    const int8_t *new_columns, *new_rows;
} basis;

static void get_basis(cglpk_engine *engine, void *argument) {
    (void)engine;
    const basis *job = argument;
    glp_prob *handle = job->problem->handle;
    int columns = glp_get_num_cols(handle), rows = glp_get_num_rows(handle);
    for (int j = 0; j < columns; j++) job->columns[j] = (int8_t)glp_get_col_stat(handle, j + 1);
    for (int i = 0; i < rows; i++) job->rows[i] = (int8_t)glp_get_row_stat(handle, i + 1);
}

static void set_basis(cglpk_engine *engine, void *argument) {
    (void)engine;
    const basis *job = argument;
    glp_prob *handle = job->problem->handle;
    int columns = glp_get_num_cols(handle), rows = glp_get_num_rows(handle);
    for (int j = 0; j < columns; j++) glp_set_col_stat(handle, j + 1, job->new_columns[j]);
    for (int i = 0; i < rows; i++) glp_set_row_stat(handle, i + 1, job->new_rows[i]);
    job->problem->has_basis = true;
}

cglpk_status cglpk_get_basis(cglpk_engine *engine, cglpk_problem *problem, int8_t *columns, int8_t *rows) {
    basis job = {.problem = problem, .columns = columns, .rows = rows};
    return cglpk_guard_problem(engine, problem, get_basis, &job);
}

cglpk_status cglpk_set_basis(
    cglpk_engine *engine, cglpk_problem *problem, const int8_t *columns, const int8_t *rows) {
    basis job = {.problem = problem, .new_columns = columns, .new_rows = rows};
    return cglpk_guard_problem(engine, problem, set_basis, &job);
}
