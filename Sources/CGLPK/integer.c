// Branch and cut. Three things differ from calling `glp_intopt` plainly, each for a reason written in docs/glpk.md:
//  - presolve is called by us, so that the root relaxation of the reduced problem is ours too (dual simplex, stoppable);
//  - the cutoff is a phantom incumbent: a fixed column of cost 1, in no row, through which `glp_ios_heur_sol` accepts a
//    "solution" of exactly the wanted objective. GLPK prunes by it, and it is never handed on as a solution;
//  - the search runs on a copy, so that the caller's problem keeps its basis and its LP solution.

#include <float.h>
#include <math.h>
#include <string.h>

#include "engine.h"

typedef struct {
    cglpk_problem *problem;
    const cglpk_integer_options *options;
    cglpk_incumbent report;
    void *context;
    double *values;
    cglpk_integer_result *result;

    glp_prob *search;   // what branch and cut works on
    glp_prep *prep;     // NULL without presolve
    int reduced_rows;   // rows of `search` before any cut
    int phantom;        // its column in `search`, 0 without
    bool injected;
    double ceiling;     // objective of the phantom as GLPK computes it, +inf without
    double best;        // objective of the best solution harvested, +inf before
    int selected;       // nodes selected so far
    int before;         // simplex iterations of `search` before branch and cut
    bool count_limit_hit;
    double start;
} search_run;

// MARK: Incumbents

// A copy of `search` with its incumbent but without the phantom and the cuts: the postprocessor takes the reduced problem
// only as it was built.
static glp_prob *as_reduced(cglpk_engine *engine, const search_run *run) {
    glp_prob *copy = glp_create_prob();
    glp_copy_prob(copy, run->search, GLP_OFF);
    int cuts = glp_get_num_rows(copy) - run->reduced_rows;
    if (cuts > 0) {
        int *numbers = cglpk_indices(engine, (size_t)cuts);
        for (int k = 1; k <= cuts; k++) numbers[k] = run->reduced_rows + k;
        glp_del_rows(copy, cuts, numbers);
    }
    if (run->phantom > 0) {
        int numbers[] = {0, run->phantom};
        glp_del_cols(copy, 1, numbers);
    }
    return copy;
}

// Copies the incumbent of `search` to the caller's values, in the order of the caller's columns.
static void harvest(cglpk_engine *engine, search_run *run) {
    glp_prob *source = run->search;
    int count = glp_get_num_cols(run->problem->handle);
    if (run->prep != NULL) {
        source = run->problem->handle;
        glp_prob *reduced = as_reduced(engine, run);
        glp_npp_postprocess(run->prep, reduced);
        glp_delete_prob(reduced);
        glp_npp_obtain_sol(run->prep, source);
    }
    for (int j = 0; j < count; j++) run->values[j] = glp_mip_col_val(source, j + 1);
    run->best = glp_mip_obj_val(run->search);
    run->result->has_solution = true;
    run->result->objective = run->best;
}

// Looks for a new incumbent: GLPK announces those of its own tree, but not those of its rounding heuristic.
static void look_for_incumbent(cglpk_engine *engine, search_run *run) {
    int status = glp_mip_status(run->search);
    if (status != GLP_FEAS && status != GLP_OPT) return;
    double objective = glp_mip_obj_val(run->search);
    if (objective >= run->best) return;
    if (objective >= run->ceiling) return;  // the phantom itself
    harvest(engine, run);
    if (run->report != NULL)
        run->report(
            run->context, run->best, run->values, glp_get_num_cols(run->problem->handle),
            fmin(run->result->bound, run->best), run->selected, (cglpk_now() - run->start) * 1e-3);
}

static void inject_phantom(cglpk_engine *engine, search_run *run, glp_tree *tree) {
    int count = glp_get_num_cols(run->search);
    double *x = cglpk_values(engine, (size_t)count);
    memset(x, 0, ((size_t)count + 1) * sizeof *x);
    x[run->phantom] = run->options->cutoff - glp_get_obj_coef(run->search, 0);
    glp_ios_heur_sol(tree, x);
    run->injected = true;
    run->ceiling = glp_mip_obj_val(run->search);
}

// MARK: Bound

// Every solution better than the incumbent lies in an active node, so the least of the nodes' bounds, or the incumbent
// where that is less, holds for all solutions. It only ever rises.
static void look_at_bound(search_run *run, glp_tree *tree) {
    int node = glp_ios_best_node(tree);
    if (node == 0) return;
    double bound = glp_ios_node_bound(tree, node);
    if (bound <= -DBL_MAX) return;
    bound = fmin(bound, fmin(run->best, run->options->cutoff));
    if (bound > run->result->bound) run->result->bound = bound;
}

// Limits on counts end a solve at the same place on every machine.
static bool reached_count_limit(const search_run *run, bool selecting) {
    const cglpk_integer_options *options = run->options;
    if (selecting && options->node_limit > 0 && run->selected >= options->node_limit) return true;
    int iterations = run->result->iterations + glp_get_it_cnt(run->search) - run->before;
    return options->iteration_limit > 0 && iterations >= options->iteration_limit;
}

typedef struct {
    cglpk_engine *engine;
    search_run *run;
} callback_info;

static void callback(glp_tree *tree, void *info) {
    cglpk_engine *engine = ((callback_info *)info)->engine;
    search_run *run = ((callback_info *)info)->run;
    int reason = glp_ios_reason(tree);
    if (reason == GLP_IPREPRO && !run->injected && !isinf(run->options->cutoff)) inject_phantom(engine, run, tree);
    look_for_incumbent(engine, run);
    if (reason == GLP_ISELECT || reason == GLP_ICUTGEN) look_at_bound(run, tree);
    if (reached_count_limit(run, reason == GLP_ISELECT)) {
        run->count_limit_hit = true;
        glp_ios_terminate(tree);
    } else if (reason == GLP_ISELECT) {
        run->selected++;
    }
    if (cglpk_should_stop(engine)) glp_ios_terminate(tree);
}

// MARK: Phases

static void conclude(search_run *run, cglpk_ip_outcome outcome) { run->result->outcome = outcome; }

// Presolves into a problem of its own; false when that alone decides.
static bool reduce(search_run *run) {
    run->prep = glp_npp_alloc_wksp();
    glp_npp_load_prob(run->prep, run->problem->handle, GLP_MIP, GLP_OFF);
    int code = glp_npp_preprocess1(run->prep, GLP_ON);
    if (code == GLP_ENOPFS) return conclude(run, CGLPK_IP_INFEASIBLE), false;
    if (code == GLP_ENODFS) return conclude(run, CGLPK_IP_UNBOUNDED), false;
    run->search = glp_create_prob();
    glp_npp_build_prob(run->prep, run->search);
    run->reduced_rows = glp_get_num_rows(run->search);
    return true;
}

static void add_phantom(search_run *run) {
    run->phantom = glp_add_cols(run->search, 1);
    glp_set_col_bnds(run->search, run->phantom, GLP_FX, 0, 0);
    glp_set_obj_coef(run->search, run->phantom, 1);
}

// Solves the root relaxation; false when that alone decides.
static bool solve_root(cglpk_engine *engine, search_run *run) {
    cglpk_problem wrapped = {.handle = run->search};
    cglpk_simplex_options options = cglpk_simplex_defaults();
    cglpk_simplex_result lp;
    options.iteration_limit = run->options->iteration_limit;
    if (run->prep == NULL) {
        wrapped.has_basis = run->problem->has_basis;
        wrapped.scaled = run->problem->scaled;
        // After new columns the basis is still primal feasible, after new bounds or rows dual feasible.
        if (glp_get_prim_stat(run->search) == GLP_FEAS && glp_get_dual_stat(run->search) != GLP_FEAS)
            options.method = CGLPK_PRIMAL;
    }
    cglpk_simplex_run(engine, &wrapped, &options, &lp);
    run->result->iterations = lp.iterations;
    switch (lp.outcome) {
        case CGLPK_LP_OPTIMAL: run->result->root = run->result->bound = lp.objective; return true;
        case CGLPK_LP_INFEASIBLE: return conclude(run, CGLPK_IP_INFEASIBLE), false;
        case CGLPK_LP_UNBOUNDED:
        case CGLPK_LP_NEITHER: return conclude(run, CGLPK_IP_UNBOUNDED), false;
        case CGLPK_LP_STOPPED: return conclude(run, CGLPK_IP_STOPPED), false;
        case CGLPK_LP_ITERATIONS: return conclude(run, CGLPK_IP_COUNTED), false;
        case CGLPK_LP_BAD_BOUNDS: return conclude(run, CGLPK_IP_BAD_BOUNDS), false;
        default: return conclude(run, CGLPK_IP_NUMERICAL), false;
    }
}

static glp_iocp parameters(const cglpk_integer_options *options, callback_info *info) {
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_ALL;
    parameters.br_tech = options->branching;
    parameters.bt_tech = options->backtracking;
    parameters.tm_lim = CGLPK_TIME_LIMIT;
    parameters.cb_func = callback;
    parameters.cb_info = info;
    parameters.mip_gap = options->relative_gap;
    parameters.gmi_cuts = options->gomory ? GLP_ON : GLP_OFF;
    parameters.mir_cuts = options->rounding ? GLP_ON : GLP_OFF;
    parameters.clq_cuts = options->clique ? GLP_ON : GLP_OFF;
    parameters.sr_heur = options->rounding_heuristic ? GLP_ON : GLP_OFF;
    parameters.fp_heur = options->feasibility_pump ? GLP_ON : GLP_OFF;
    return parameters;
}

static void branch_and_cut(cglpk_engine *engine, search_run *run) {
    callback_info info = {engine, run};
    glp_iocp settings = parameters(run->options, &info);
    run->before = glp_get_it_cnt(run->search);
    int code = glp_intopt(run->search, &settings);
    run->result->iterations += glp_get_it_cnt(run->search) - run->before;
    look_for_incumbent(engine, run);
    switch (code) {
        case 0: conclude(run, CGLPK_IP_EXHAUSTED); break;
        case GLP_EMIPGAP: conclude(run, CGLPK_IP_GAP); break;
        case GLP_ETMLIM: conclude(run, CGLPK_IP_STOPPED); break;
        case GLP_ESTOP: conclude(run, run->count_limit_hit ? CGLPK_IP_COUNTED : CGLPK_IP_STOPPED); break;
        case GLP_EBOUND: conclude(run, CGLPK_IP_BAD_BOUNDS); break;
        default: conclude(run, CGLPK_IP_NUMERICAL);
    }
}

static void solve_phases(cglpk_engine *engine, search_run *run) {
    if (cglpk_should_stop(engine)) return conclude(run, CGLPK_IP_STOPPED);
    if (run->options->presolve) {
        if (!reduce(run)) return;
    } else {
        run->search = glp_create_prob();
        glp_copy_prob(run->search, run->problem->handle, GLP_OFF);
    }
    // A reduced problem without columns gets one too: GLPK has no search on nothing.
    if (!isinf(run->options->cutoff) || glp_get_num_cols(run->search) == 0) add_phantom(run);
    if (!solve_root(engine, run)) return;
    if (run->result->root >= run->options->cutoff) return conclude(run, CGLPK_IP_EXHAUSTED);
    branch_and_cut(engine, run);
}

static void search(cglpk_engine *engine, void *argument) {
    search_run *run = argument;
    cglpk_solve_begin(engine, run->options->time_limit);
    run->start = engine->started_at;
    solve_phases(engine, run);
    cglpk_solve_end(engine);
    if (run->search != NULL) glp_delete_prob(run->search);
    if (run->prep != NULL) glp_npp_free_wksp(run->prep);
}

cglpk_status cglpk_integer(
    cglpk_engine *engine, cglpk_problem *problem, const cglpk_integer_options *options, cglpk_incumbent incumbent,
    void *context, double *values, cglpk_integer_result *result) {
    *result = (cglpk_integer_result){
        .outcome = CGLPK_IP_STOPPED, .objective = INFINITY, .bound = -INFINITY, .root = -INFINITY};
    search_run run = {
        .problem = problem, .options = options, .report = incumbent, .context = context, .values = values,
        .result = result, .ceiling = INFINITY, .best = INFINITY};
    cglpk_status status = cglpk_guard_problem(engine, problem, search, &run);
    if (status == CGLPK_OK || status == CGLPK_INTERRUPTED) result->stop = engine->stop;
    result->nodes = run.selected;
    if (run.start > 0) result->seconds = (cglpk_now() - run.start) * 1e-3;
    return status;
}
