// Writing a problem to a file.

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine.h"

typedef struct {
    cglpk_problem *problem;
    const char *path;
    int format;
    bool failed;
} writing;

// GLPK does not look at what closing the file says, where a full disk shows at last: a regular file must end as it should.
static bool is_complete(const char *path, const char *last_line) {
    struct stat info;
    if (stat(path, &info) != 0) return false;
    if (!S_ISREG(info.st_mode)) return true;
    char tail[16] = {0};
    size_t length = strlen(last_line);
    FILE *file = fopen(path, "rb");
    if (file == NULL) return false;
    bool same = fseek(file, -(long)length, SEEK_END) == 0 && fread(tail, 1, length, file) == length &&
                memcmp(tail, last_line, length) == 0;
    fclose(file);
    return same;
}

static void write_file(cglpk_engine *engine, void *argument) {
    writing *job = argument;
    engine->log_length = 0;
    bool mps = job->format == 0;
    int code = mps ? glp_write_mps(job->problem->handle, GLP_MPS_FILE, NULL, job->path)
                   : glp_write_lp(job->problem->handle, NULL, job->path);
    job->failed = code != 0;
    if (!job->failed && !is_complete(job->path, mps ? "ENDATA\n" : "End\n")) {
        job->failed = true;
        glp_printf("the file is incomplete; is the disk full?\n");
    }
}

cglpk_status cglpk_write(
    cglpk_engine *engine, cglpk_problem *problem, int format, const char *path, bool *failed) {
    writing job = {problem, path, format, false};
    cglpk_status status = cglpk_guard_problem(engine, problem, write_file, &job);
    *failed = job.failed;
    return status;
}
